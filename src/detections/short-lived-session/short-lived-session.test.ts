import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildApproval, buildContext, buildMatch, nearest } from '../_testing/build-context.ts'
import { at, buildEpisode, buildSession, buildSetup, changed, seen } from '../_testing/build-setup.ts'
import { detection } from './index.ts'

const session = buildSession()
const brief = buildEpisode([changed(at(3, 12), session)], { until: at(3, 24), by: { actor: { account: 'netops-4' } } })
const approved = buildMatch({ approvedBy: buildApproval() })
const otherDestination = buildMatch(nearest(['destination', '198.51.100.9', '203.0.113.66']))

test('tells how long it lived and by whose hands', () => {
  const setup = buildSetup([brief])
  const [reason, ...others] = detection.evaluate(setup, buildContext(setup, { approval: otherDestination }))

  assert.equal(
    reason?.statement,
    'Session 4 of edge-rtr-07 lived 12 min, from 2026-11-14 03:12Z to 2026-11-14 03:24Z, set up by account netops-3 from 192.0.2.9, removed by account netops-4.',
  )
  assert.equal(reason?.verdict, 'unapproved')
  assert.deepEqual(reason?.evidence, [`change-${at(3, 12)}`, `change-${at(3, 24)}`])
  assert.deepEqual(others, [])
})

test('an approved one is told without a verdict', () => {
  const setup = buildSetup([brief])
  const [reason] = detection.evaluate(setup, buildContext(setup, { approval: approved }))

  assert.equal(reason?.verdict, undefined)
})

test('an earlier short life shows under a later long one', () => {
  const setup = buildSetup([brief, buildEpisode([changed(at(6), session)])])
  const context = buildContext(setup, { approval: approved, earlier: () => otherDestination })

  assert.deepEqual(
    detection.evaluate(setup, context).map(({ verdict }) => verdict),
    ['unapproved'],
  )
})

test('is silent where the life was longer, is not over, was not logged, or never was a copy', () => {
  const half = buildSession({ destinations: [], incomplete: true })
  const silent = [
    buildEpisode([changed(at(3), session)], { until: at(4) }),
    buildEpisode([changed(at(3), session)]),
    buildEpisode([seen(at(3), session)], { until: at(3, 5) }),
    buildEpisode([changed(at(3), half)], { until: at(3, 5) }),
    buildEpisode([changed(at(3), { ...session, enabled: false })], { until: at(3, 5) }),
  ]
  for (const episode of silent) {
    const setup = buildSetup([episode])
    assert.deepEqual(detection.evaluate(setup, buildContext(setup, { approval: otherDestination })), [])
  }
})
