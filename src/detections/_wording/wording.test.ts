import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountNumber, nameActor, nameSubject, sayActor } from './names.ts'
import { sayBound, sayDuration, sayInstant, sayInstantsIn } from './times.ts'

test('times are absolute, in UTC, to the minute', () => {
  assert.equal(sayInstant('2026-11-14T03:12:59.000Z'), '2026-11-14 03:12Z')
  assert.equal(sayInstant(undefined), 'an unknown time')
  assert.equal(sayBound('2026-11-05T00:00:00.000Z'), '2026-11-05')
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

test('subjects and people have one name', () => {
  assert.equal(
    nameSubject({ id: 'customer-b/aws:111122223333', realm: 'customer-b', kind: 'account' }),
    'AWS account 111122223333',
  )
  assert.equal(
    accountNumber({ id: 'customer-b/aws:111122223333', realm: 'customer-b', kind: 'account' }),
    '111122223333',
  )
  assert.equal(accountNumber({ id: 'edge-rtr-07', realm: 'default', kind: 'device' }), undefined)
  assert.equal(nameActor({}), 'an unnamed account')
  assert.equal(
    nameActor({ account: 'deploy-role', invokedBy: 'cloudformation.amazonaws.com' }),
    'account deploy-role through cloudformation.amazonaws.com',
  )
  assert.equal(
    sayActor({ actor: { account: 'netops-3' }, actorConflicts: ['account netops-3 / netops-4'] }),
    'by account netops-3 (records disagree: account netops-3 / netops-4)',
  )
})
