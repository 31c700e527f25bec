import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildApproval, buildContext, buildMatch, nearest } from '../_testing/build-context.ts'
import { at, buildEpisode, buildSession, buildSetup, changed } from '../_testing/build-setup.ts'
import type { Reason } from '../contract.ts'
import { detection } from './index.ts'

const session = buildSession()
const live = buildEpisode([changed(at(3, 12), session)])
const farEnd = {
  subject: 'core-sw-2',
  setupClass: 'mirror',
  address: { scope: '', namespace: 'monitor-session', id: '1' },
} as const
const otherDestination = buildMatch(nearest(['destination', '198.51.100.9', '203.0.113.66']))

const short = (reasons: readonly Reason[]) => reasons.map(({ statement, verdict }) => [statement, verdict])

test('speaks where no approval covers the copy', () => {
  const reasons = detection.evaluate(
    buildSetup([live]),
    buildContext(buildSetup([live]), { approval: otherDestination }),
  )

  assert.deepEqual(short(reasons), [
    ['No approval covers session 4 of edge-rtr-07 (nearest: APR-12, other destination).', 'unapproved'],
  ])
  assert.deepEqual(reasons[0]?.evidence, [`change-${at(3, 12)}`])
})

test('keeps its verdict after the end, whatever was taken apart first', () => {
  const parts = [changed(at(3, 12), session), changed(at(5), { ...session, destinations: [], incomplete: true })]
  const ended = buildSetup([buildEpisode(parts, { until: at(5, 1) })])
  const context = buildContext(ended, {
    approval: buildMatch(nearest(['direction', 'rx', 'both'])),
    earlier: () => otherDestination,
  })

  assert.deepEqual(short(detection.evaluate(ended, context)), [
    [
      'No approval covered session 4 of edge-rtr-07, which ended 2026-11-14 05:01Z (nearest: APR-12, other destination).',
      'unapproved',
    ],
  ])
})

test('an earlier state is judged by the approvals of its last moment', () => {
  const parts = [changed(at(3, 12), session), changed(at(5), { ...session, destinations: [], incomplete: true })]
  const setup = buildSetup([buildEpisode(parts)])
  const asked: (string | undefined)[] = []
  const earlier = (_: typeof session, moment: string | undefined) => {
    asked.push(moment)
    return otherDestination
  }

  detection.evaluate(setup, buildContext(setup, { earlier }))

  assert.deepEqual(asked, ['2026-11-14T04:59:59.999Z'])
})

test('asks for a review where the approvals cannot answer', () => {
  const setup = buildSetup([live])
  const none = buildContext(setup, { approval: buildMatch({ subjectCovered: false }) })
  const unread = buildContext(setup, {
    approval: buildMatch({ subjectCovered: true, unreviewed: buildApproval({ id: 'BASE-3' }) }),
  })

  assert.deepEqual(short(detection.evaluate(setup, none)), [
    [
      'No approvals were given for this device: nobody can say whether session 4 of edge-rtr-07 is allowed.',
      'needs-review',
    ],
  ])
  assert.deepEqual(short(detection.evaluate(setup, unread)), [
    ['Nobody has reviewed entry BASE-3, which would allow session 4 of edge-rtr-07.', 'needs-review'],
  ])
})

test('an earlier life without approval is not washed away by a later one with', () => {
  const approved = buildMatch({ approvedBy: buildApproval() })
  const setup = buildSetup([buildEpisode([changed(at(1), session)], { until: at(2, 30) }), live])
  const context = buildContext(setup, { approval: approved, earlier: () => otherDestination })

  assert.deepEqual(short(detection.evaluate(setup, context)), [
    [
      'Session 4 of edge-rtr-07 had no approval in its earlier life from 2026-11-14 01:00Z to 2026-11-14 02:30Z (nearest: APR-12, other destination).',
      'unapproved',
    ],
  ])
})

test('a record that anyone could have sent never approves', () => {
  const turned = changed(at(4), buildSession({ destinations: [{ ip: '198.51.100.9' }] }), { trust: 'spoofable' })
  const setup = buildSetup([buildEpisode([changed(at(3, 12), session), turned])])
  const context = buildContext(setup, {
    approval: buildMatch({ approvedBy: buildApproval() }),
    earlier: () => otherDestination,
  })

  assert.deepEqual(short(detection.evaluate(setup, context)), [
    ['No approval covers session 4 of edge-rtr-07 (nearest: APR-12, other destination).', 'unapproved'],
    [
      'Only a record that anyone could have sent says that session 4 of edge-rtr-07 became what approval APR-12 allows.',
      undefined,
    ],
  ])
})

test('is silent where another detection speaks or nothing is wrong', () => {
  const silent: readonly (readonly [string, ReturnType<typeof buildSetup>, Parameters<typeof buildMatch>[0]])[] = [
    ['approved', buildSetup([live]), { approvedBy: buildApproval() }],
    ['expired', buildSetup([live]), { outOfTime: { approval: buildApproval(), validUntil: '2026-11-05' } }],
    ['only wider', buildSetup([live]), nearest(['sources', 'Te0/0/1', 'Te0/0/2'], ['direction', 'rx', 'both'])],
    [
      'an attempt',
      buildSetup([live], { key: { ...farEnd, setupClass: 'attempt' } }),
      nearest(['destination', 'a', 'b']),
    ],
  ]
  for (const [name, setup, match] of silent) {
    assert.deepEqual(detection.evaluate(setup, buildContext(setup, { approval: buildMatch(match) })), [], name)
  }
})

test('the far end of a copy is judged at its source, where that is known', () => {
  const end = buildEpisode([changed(at(3, 12), buildSession({ role: 'destination' }))])
  const [known, unknown] = [buildSetup([end], { joined: [farEnd] }), buildSetup([end])]

  assert.deepEqual(detection.evaluate(known, buildContext(known, { approval: otherDestination })), [])
  assert.equal(detection.evaluate(unknown, buildContext(unknown, { approval: otherDestination })).length, 1)
})
