import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayActor } from './names.ts'
import { sayDuration, sayInstantsIn, sayTime } from './times.ts'

test('times are absolute, in UTC, to the minute', () => {
  assert.equal(sayTime('2026-11-14T03:12:59.000Z'), '2026-11-14 03:12Z')
  assert.equal(sayTime(undefined), 'an unknown time')
  assert.equal(sayInstantsIn('until 2026-11-05T00:00:00.000Z'), 'until 2026-11-05')
  assert.equal(sayInstantsIn('until 2026-11-05T08:30:00.000Z'), 'until 2026-11-05 08:30Z')
})

test('durations are never rounded up', () => {
  const cases = [
    [999, '0 s'],
    [59_999, '59 s'],
    [60_000, '1 min'],
    [3_599_999, '59 min'],
    [3_600_000, '1 h'],
    [11_100_000, '3 h 5 min'],
  ] as const
  for (const [durationMs, words] of cases) assert.equal(sayDuration(durationMs), words)
})

test('an actor is told with what other records of the same act say', () => {
  assert.equal(sayActor({ actor: {}, actorConflicts: [] }), 'by an unnamed account')
  assert.equal(
    sayActor({ actor: { account: 'netops-3' }, actorConflicts: ['account netops-3 / netops-4'] }),
    'by account netops-3 (records disagree: account netops-3 / netops-4)',
  )
})
