import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Collector } from '../../inventory/schema.ts'
import { buildApproval, buildContext, buildMatch, type ContextParts, nearest } from '../_testing/build-context.ts'
import { at, buildEpisode, buildSession, buildSetup, changed } from '../_testing/build-setup.ts'
import { detection } from './index.ts'

const setup = buildSetup([buildEpisode([changed(at(3, 12), buildSession())])])
const cloud = buildSetup([
  buildEpisode([
    changed(
      at(3, 12),
      buildSession({
        name: 'tms-0a',
        destinations: [{ resource: 'tmt-0c' }],
        details: { targetOwner: '444455556666' },
      }),
    ),
  ]),
])
const account = { id: 'aws:111122223333', realm: 'default', kind: 'account' } as const
const collectors = [Collector.parse({ name: 'ids-collector-1', addresses: ['198.51.100.9'] })]
const uncovered = buildMatch({ subjectCovered: false })

const cases: readonly (readonly [string, typeof setup, ContextParts, readonly (readonly [string, string])[]])[] = [
  [
    'another address than approved',
    setup,
    { approval: buildMatch(nearest(['destination', '198.51.100.9', '203.0.113.66'], ['direction', 'rx', 'both'])) },
    [['Session 4 of edge-rtr-07 points to 203.0.113.66; approval APR-12 (nearest) allows 198.51.100.9.', 'unapproved']],
  ],
  [
    'a target of another account',
    cloud,
    { subject: account, approval: buildMatch(nearest(['destination', 'ids-nlb', 'tmt-0c'])) },
    [
      [
        'Session tms-0a of AWS account 111122223333 points to tmt-0c of account 444455556666; approval APR-12 (nearest) allows ids-nlb.',
        'unapproved',
      ],
    ],
  ],
  [
    'no approvals, no known collector',
    setup,
    { approval: uncovered, inventory: { collectors } },
    [['Session 4 of edge-rtr-07 points to 203.0.113.66, which is no known collector.', 'needs-review']],
  ],
  [
    'no approvals, outside the expected networks',
    setup,
    { approval: uncovered, tuning: { MirrorDestinationCIDR: ['198.51.100.0/24'] } },
    [['Session 4 of edge-rtr-07 points to 203.0.113.66, which is no known collector.', 'needs-review']],
  ],
  [
    'no approvals, inside the expected networks',
    setup,
    { approval: uncovered, inventory: { collectors }, tuning: { MirrorDestinationCIDR: ['203.0.113.0/24'] } },
    [],
  ],
  [
    'no approvals, a known collector',
    setup,
    { approval: { ...uncovered, collectors: ['ids-collector-1'] }, inventory: { collectors } },
    [],
  ],
  ['no approvals and nothing known to compare with', setup, { approval: uncovered }, []],
  [
    'an unreviewed entry would allow it',
    setup,
    { approval: { ...uncovered, unreviewed: buildApproval({ id: 'BASE-3' }) }, inventory: { collectors } },
    [],
  ],
  ['another session number only', setup, { approval: buildMatch(nearest(['session', '1', '4'])) }, []],
  ['approved', setup, { approval: buildMatch({ approvedBy: buildApproval() }) }, []],
]

test('compares the destination with the nearest approval, else with the collectors', () => {
  for (const [name, subject, parts, expected] of cases) {
    const reasons = detection.evaluate(subject, buildContext(subject, parts))
    assert.deepEqual(
      reasons.map(({ statement, verdict }) => [statement, verdict]),
      expected,
      name,
    )
  }
})

test('a session without a destination points nowhere', () => {
  const half = buildSetup([buildEpisode([changed(at(3, 12), buildSession({ destinations: [], incomplete: true }))])])

  assert.deepEqual(detection.evaluate(half, buildContext(half, { approval: uncovered, inventory: { collectors } })), [])
})

test('the far end of a known copy delivers to a collector, or to what is approved there', () => {
  const source = {
    subject: 'acc-sw-1',
    setupClass: 'mirror',
    address: { scope: '', namespace: 'monitor-session', id: '2' },
  } as const
  const delivering = buildSession({ role: 'destination', destinations: [{ interface: 'TenGigabitEthernet1/1/1' }] })
  const far = buildSetup([buildEpisode([changed(at(3, 12), delivering)])], { joined: [source] })
  const ended = buildSetup([buildEpisode([changed(at(3, 12), delivering)], { until: at(5) })], { joined: [source] })
  const evaluate = (subject: typeof far, match: Parameters<typeof buildMatch>[0]) =>
    detection.evaluate(subject, buildContext(subject, { approval: buildMatch(match) }))

  assert.deepEqual(
    evaluate(far, { collectors: [undefined] }).map(({ statement, verdict }) => [statement, verdict]),
    [
      [
        'Session 4 of edge-rtr-07 delivers the copy to Te1/1/1, which is neither approved there nor a known collector.',
        'needs-review',
      ],
    ],
  )
  assert.deepEqual(evaluate(far, { collectors: ['ids-collector-1'] }), [])
  assert.deepEqual(evaluate(far, { collectors: [undefined], approvedBy: buildApproval() }), [])
  assert.deepEqual(evaluate(ended, { collectors: [undefined] }), [])
})
