import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MirrorSession } from '../../facts/mirror-session.ts'
import { buildApproval, buildContext, buildMatch, type ContextParts, nearest } from '../_testing/build-context.ts'
import { at, buildEpisode, buildSession, buildSetup, changed, seen } from '../_testing/build-setup.ts'
import { detection } from './index.ts'

const to = (...addresses: readonly string[]) =>
  buildSession({ destinations: addresses.map((ip) => ({ ip, encapsulation: 'erspan' })) })
const nowhere = buildSession({ destinations: [], incomplete: true })
const good = to('198.51.100.9')
const bad = to('203.0.113.66')
const first = changed(at(1), good)
const otherDestination = buildMatch(nearest(['destination', '198.51.100.9', '203.0.113.66']))
const approved = buildMatch({ approvedBy: buildApproval(), collectors: ['ids-collector-1'] })
const earlier = (session: MirrorSession) => (session === good ? approved : otherDestination)

const byChange =
  'Session 4 of edge-rtr-07 was pointed from ids-collector-1 to 203.0.113.66 at 2026-11-14 03:12Z by account netops-3 from 192.0.2.9.'

const cases: readonly (readonly [
  string,
  Parameters<typeof buildEpisode>[0],
  ContextParts,
  readonly (readonly [string, (string | undefined)?])[],
])[] = [
  ['by a change', [first, changed(at(3, 12), bad)], { earlier }, [[byChange, 'unapproved']]],
  [
    'by taking one away and typing another',
    [first, changed(at(3, 11), nowhere), changed(at(3, 12), bad)],
    { earlier },
    [[byChange, 'unapproved']],
  ],
  [
    'there and back',
    [first, changed(at(3, 12), bad), changed(at(4), good)],
    { earlier },
    [
      [byChange, 'unapproved'],
      [
        'Session 4 of edge-rtr-07 was pointed from 203.0.113.66 to ids-collector-1 at 2026-11-14 04:00Z by account netops-3 from 192.0.2.9.',
        undefined,
      ],
    ],
  ],
  [
    'as a snapshot shows',
    [seen(at(1), good), seen(at(5), bad, { since: at(1), aliveLegs: [] })],
    { earlier },
    [
      [
        'Session 4 of edge-rtr-07 was pointed from ids-collector-1 to 203.0.113.66 between 2026-11-14 01:00Z and 2026-11-14 05:00Z; no record says by whom.',
        'unapproved',
      ],
    ],
  ],
  [
    'to one more destination, an hour later',
    [first, changed(at(2), to('198.51.100.9', '203.0.113.66'))],
    { approval: buildMatch({ subjectCovered: false }) },
    [
      [
        'Session 4 of edge-rtr-07 was pointed from 198.51.100.9 to 198.51.100.9, 203.0.113.66 at 2026-11-14 02:00Z by account netops-3 from 192.0.2.9.',
        'needs-review',
      ],
    ],
  ],
  [
    'to another one a minute after it was set up',
    [first, changed(at(1, 1), bad)],
    { earlier },
    [
      [
        'Session 4 of edge-rtr-07 was pointed from ids-collector-1 to 203.0.113.66 at 2026-11-14 01:01Z by account netops-3 from 192.0.2.9.',
        'unapproved',
      ],
    ],
  ],
  [
    'on a device whose role nobody wrote down',
    [first, changed(at(3, 12), bad)],
    { earlier, tuning: { DeviceRole: ['core'] } },
    [[byChange, 'unapproved']],
  ],
  ['still being typed', [first, changed(at(1, 1), to('198.51.100.9', '203.0.113.66'))], { earlier }, []],
  [
    'one destination fewer',
    [changed(at(1), to('198.51.100.9', '203.0.113.66')), changed(at(3), good)],
    { earlier },
    [],
  ],
  ['another source only', [first, changed(at(3), { ...good, sources: [] })], { earlier }, []],
  [
    'wrapped differently',
    [first, changed(at(3), buildSession({ destinations: [{ ip: '198.51.100.9', encapsulation: 'gre' }] }))],
    { earlier },
    [],
  ],
  [
    'by a way that is not looked at',
    [first, changed(at(3), bad)],
    { earlier, tuning: { ConfigChangeType: ['snmp'] } },
    [],
  ],
  [
    'on a device whose role is not looked at',
    [first, changed(at(3), bad)],
    {
      earlier,
      tuning: { DeviceRole: ['core'] },
      subject: {
        id: 'aws:1',
        realm: 'default',
        kind: 'account',
        account: {
          id: '1',
          realm: 'default',
          provider: 'aws',
          ownership: 'own',
          role: 'lab',
          tags: [],
          sensitivity: 'normal',
        },
      },
    },
    [],
  ],
]

test('tells before, after and by whom, and judges the new destination', () => {
  for (const [name, states, parts, expected] of cases) {
    const setup = buildSetup([buildEpisode(states)])
    const reasons = detection.evaluate(setup, buildContext(setup, parts))
    assert.deepEqual(
      reasons.map(({ statement, verdict }) => [statement, verdict]),
      expected.map(([statement, verdict]) => [statement, verdict]),
      name,
    )
  }
})

test('a wider or expired copy goes where it may go', () => {
  const setup = buildSetup([buildEpisode([first, changed(at(3, 12), bad)])])
  const [reason] = detection.evaluate(
    setup,
    buildContext(setup, { approval: buildMatch(nearest(['direction', 'rx', 'both'])) }),
  )

  assert.equal(reason?.verdict, undefined)
  assert.deepEqual(reason?.evidence, [`change-${at(1)}`, `change-${at(3, 12)}`])
})
