import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LegCoverage } from '../../timeline/subject-timeline.ts'
import { assess } from '../_testing/assessments.ts'
import { episode, setup, timeline } from '../_testing/setups.ts'
import { account, at } from '../_testing/subjects.ts'
import { legStates, tellCoverage } from './coverage.ts'

function aaaHeard(first: string, last: string): LegCoverage {
  return { leg: 'aaa', state: 'heard', first, last, commands: true, basis: 'exact' }
}

test('a leg saw it, looked and did not, or was not there to look', () => {
  assert.deepEqual(legStates(assess(setup()), []), {
    config: 'not-seen',
    log: 'seen',
    aaa: 'not-available',
    flow: 'not-available',
    audit: 'not-available',
  })
})

test('a leg that was silent when the session appeared did not look', () => {
  const cases = [
    [aaaHeard(at('00:00'), at('09:00')), 'not-seen'],
    [aaaHeard(at('04:00'), at('09:00')), 'not-seen'],
    [aaaHeard(at('05:00'), at('09:00')), 'not-available'],
    [aaaHeard(at('00:00'), at('02:00')), 'not-available'],
  ] as const

  for (const [heard, expected] of cases) {
    const one = assess(setup(), { timeline: timeline({ coverage: [heard] }) })
    assert.equal(legStates(one, []).aaa, expected, JSON.stringify(heard))
  }
})

test('of a session without a beginning, a leg that was ever heard looked', () => {
  const one = assess(setup({ episodes: [episode({ from: undefined })] }), {
    timeline: timeline({ coverage: [aaaHeard(at('05:00'), at('09:00'))] }),
  })

  assert.equal(legStates(one, []).aaa, 'not-seen')
})

test('coverage is told leg by leg with absolute times, gaps by name', () => {
  assert.deepEqual(tellCoverage(timeline({ unjoinedFragments: ['a'], ambiguousFragments: ['b'] })), {
    statement:
      'edge-rtr-07: config heard 2026-11-14 00:00Z to 2026-11-14 23:00Z; log heard 2026-11-14 00:00Z to 2026-11-14 23:00Z; AAA configured but never heard; flow never heard.',
    gaps: [
      'AAA configured but never heard',
      'flow never heard',
      '2 recorded commands could not be placed in a session',
    ],
  })
})

test('a log without typed commands is a gap', () => {
  const quiet: LegCoverage = { leg: 'log', state: 'heard', commands: false, basis: 'sampled' }

  assert.ok(tellCoverage(timeline({ coverage: [quiet] })).gaps.includes('log carries no typed commands'))
})

test('an account is heard on its audit trail', () => {
  const { statement } = tellCoverage(timeline({ subject: account(), coverage: [] }))

  assert.equal(statement, 'AWS account 111122223333: audit trail never heard; flow never heard.')
})
