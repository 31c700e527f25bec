import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MirrorSession } from '../../facts/mirror-session.ts'
import type { Setup } from '../../timeline/setup.ts'
import { buildContext } from '../_testing/build-context.ts'
import { at, buildEpisode, buildSession, buildSetup, changed } from '../_testing/build-setup.ts'
import { detection } from './index.ts'

type Members = NonNullable<Parameters<typeof buildSetup>[1]>

const other = {
  subject: 'core-sw-2',
  setupClass: 'mirror',
  address: { scope: '', namespace: 'monitor-session', id: '1' },
} as const
const object = {
  setupClass: 'object',
  address: { scope: 'eu-west-1', namespace: 'traffic-mirror-target', id: 'tmt-0c' },
} as const
const transit = { name: '900', kind: 'remote-vlan', role: 'transit', sources: [], destinations: [] } as const

const cases: readonly (readonly [string, Partial<MirrorSession>, Members, string | undefined, string?])[] = [
  ['shut down', { enabled: false }, {}, 'Session 4 of edge-rtr-07 is shut down: one more command makes it a copy.'],
  [
    'no destination',
    { destinations: [], incomplete: true },
    {},
    'Session 4 of edge-rtr-07 has no destination: one more command makes it a copy.',
  ],
  [
    'shut down and no source',
    { enabled: false, sources: [], incomplete: true },
    {},
    'Session 4 of edge-rtr-07 is shut down and has no source: a few more commands make it a copy.',
  ],
  [
    'an RSPAN VLAN alone',
    transit,
    {},
    'RSPAN VLAN 900 of edge-rtr-07 is declared and used by no known session: one more command makes it a copy.',
  ],
  [
    'an orphan target',
    { sources: [] },
    { key: object },
    'Traffic mirror target tmt-0c of edge-rtr-07 is used by no session: one more command makes it a copy.',
    'needs-review',
  ],
  ['an RSPAN VLAN in use', transit, { joined: [other] }, undefined],
  ['a target in use', { sources: [] }, { key: object, usedBy: [other] }, undefined],
  ['a running session', {}, {}, undefined],
  [
    'a far end that takes what arrives',
    { role: 'destination', sources: [], details: { terminatesAt: '192.0.2.7' } },
    {},
    undefined,
  ],
  ['state not known', { enabled: 'unknown' }, {}, undefined],
  ['an attempt', { enabled: false }, { key: { ...object, setupClass: 'attempt' } }, undefined],
]

test('says what is missing to make it a copy', () => {
  for (const [name, session, members, statement, verdict] of cases) {
    const setup: Setup = buildSetup([buildEpisode([changed(at(3), buildSession(session))])], members)
    const [reason] = detection.evaluate(setup, buildContext(setup))
    assert.deepEqual([reason?.statement, reason?.verdict], [statement, verdict], name)
  }
})

test('what was removed is not prepared any more', () => {
  const setup = buildSetup([buildEpisode([changed(at(3), buildSession({ enabled: false }))], { until: at(4) })])

  assert.deepEqual(detection.evaluate(setup, buildContext(setup)), [])
})
