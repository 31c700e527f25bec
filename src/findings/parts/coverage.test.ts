import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LegCoverage } from '../../timeline/subject-timeline.ts'
import { timeline } from '../_testing/setups.ts'
import { account, at } from '../_testing/subjects.ts'
import { tellCoverage } from './coverage.ts'

test('what was heard is told with absolute times, what was not by name, and neither twice', () => {
  assert.deepEqual(tellCoverage(timeline({ unjoinedFragments: ['a'], ambiguousFragments: ['b'] })), {
    statement:
      'edge-rtr-07: config heard 2026-11-14 00:00Z to 2026-11-14 23:00Z; log heard 2026-11-14 00:00Z to 2026-11-14 23:00Z.',
    gaps: [
      'AAA configured but never heard',
      'flow never heard',
      '2 recorded commands could not be placed in a session',
    ],
  })
})

test('a leg that fell silent long before the others says since when', () => {
  const heard = (leg: 'log' | 'aaa', last: string): LegCoverage => ({
    leg,
    state: 'heard',
    first: at('00:00'),
    last,
    commands: true,
    basis: 'exact',
  })
  const statementOf = (last: string) =>
    tellCoverage(timeline({ coverage: [heard('log', last), heard('aaa', at('16:00'))] })).statement

  assert.match(statementOf(at('03:08')), /log heard 2026-11-14 00:00Z to 2026-11-14 03:08Z, silent since; AAA/)
  assert.match(statementOf(at('04:00')), /log heard 2026-11-14 00:00Z to 2026-11-14 04:00Z; AAA/)
})

test('a log without typed commands is a gap', () => {
  const quiet: LegCoverage = { leg: 'log', state: 'heard', commands: false, basis: 'sampled' }

  assert.ok(tellCoverage(timeline({ coverage: [quiet] })).gaps.includes('log carries no typed commands'))
})

test('an account is heard on its audit trail', () => {
  assert.deepEqual(tellCoverage(timeline({ subject: account(), coverage: [] })), {
    statement: 'AWS account 111122223333: nothing was heard.',
    gaps: ['audit trail never heard', 'flow never heard'],
  })
})
