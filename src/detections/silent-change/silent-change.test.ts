import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildContext } from '../_testing/build-context.ts'
import { at, buildEpisode, buildSession, buildSetup, changed, seen } from '../_testing/build-setup.ts'
import { detection } from './index.ts'

const before = buildSession({ destinations: [{ ip: '198.51.100.9' }] })
const after = buildSession({ filter: '101', enabled: false })
const gap = { since: at(2, 0, 13), aliveLegs: ['aaa', 'log'] } as const

const cases: readonly (readonly [string, Parameters<typeof buildEpisode>[0], readonly string[]])[] = [
  [
    'appeared',
    [seen(at(2), after, { since: at(2, 0, 13), aliveLegs: ['log'] })],
    [
      'Session 4 of edge-rtr-07 appeared between the snapshots of 2026-11-13 02:00Z and 2026-11-14 02:00Z, and nobody logged it, though the command log was heard across the gap.',
    ],
  ],
  [
    'changed',
    [seen(at(2, 0, 13), before), seen(at(2), after, gap)],
    [
      'Session 4 of edge-rtr-07 changed (destination 198.51.100.9 → 203.0.113.66; filter none → 101; state on → shut down) between the snapshots of 2026-11-13 02:00Z and 2026-11-14 02:00Z, and nobody logged it, though AAA accounting and the command log were heard across the gap.',
    ],
  ],
  ['with no channel alive: a blind spot', [seen(at(2), after, { ...gap, aliveLegs: [] })], []],
  ['seen for the first time', [seen(at(2), after)], []],
  ['logged', [changed(at(2), after)], []],
]

test('speaks only where a live channel should have said so', () => {
  for (const [name, states, expected] of cases) {
    const setup = buildSetup([buildEpisode(states)])
    const reasons = detection.evaluate(setup, buildContext(setup))
    assert.deepEqual(
      reasons.map(({ statement }) => statement),
      expected,
      name,
    )
    for (const { verdict, evidence } of reasons) {
      assert.equal(verdict, 'unexplained')
      assert.deepEqual(evidence, [`snapshot-${at(2, 0, 13)}`, `snapshot-${at(2)}`])
    }
  }
})
