import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildContext } from '../_testing/build-context.ts'
import { at, buildChange, buildEpisode, buildSession, buildSetup, changed } from '../_testing/build-setup.ts'
import { detection } from './index.ts'

const account = { id: 'aws:111122223333', realm: 'default', kind: 'account' } as const
const wanted = buildSession({
  sources: [{ resource: 'eni-0a', direction: 'both' }],
  destinations: [{ resource: 'tmt-0c' }],
})
const refused = buildChange({
  at: at(3, 12),
  outcome: 'denied',
  operation: 'CreateTrafficMirrorSession',
  error: 'Client.UnauthorizedOperation',
})
const failed = buildChange({
  at: at(3, 20),
  outcome: 'failed',
  operation: 'CreateTrafficMirrorSession',
  error: 'Client.InvalidParameter',
})
const key = {
  subject: account.id,
  setupClass: 'attempt',
  address: { scope: 'eu-west-1', namespace: 'traffic-mirror-session', id: 'attempt:eni-0a>tmt-0c' },
} as const

test('a refused copy is told with what it would have been', () => {
  const setup = buildSetup([buildEpisode([changed(at(3, 12), wanted)])], { key, attempts: [refused] })
  const [reason, ...others] = detection.evaluate(setup, buildContext(setup, { subject: account }))

  assert.equal(
    reason?.statement,
    'An attempt to copy eni-0a to tmt-0c on AWS account 111122223333 was refused at 2026-11-14 03:12Z, by account netops-3 from 192.0.2.9 (CreateTrafficMirrorSession: Client.UnauthorizedOperation).',
  )
  assert.equal(reason?.verdict, 'attempted')
  assert.deepEqual(others, [])
})

test('several attempts are one reason, and half a session is named by its kind', () => {
  const half = buildSession({ destinations: [], incomplete: true })
  const setup = buildSetup([buildEpisode([changed(at(3, 12), half)])], { key, attempts: [refused, failed] })
  const [reason] = detection.evaluate(setup, buildContext(setup, { subject: account }))

  assert.equal(
    reason?.statement,
    '2 attempts to set up a traffic mirror session on AWS account 111122223333 were refused or failed between 2026-11-14 03:12Z and 2026-11-14 03:20Z, by account netops-3 from 192.0.2.9 (CreateTrafficMirrorSession: Client.InvalidParameter; CreateTrafficMirrorSession: Client.UnauthorizedOperation).',
  )
  assert.deepEqual(reason?.evidence, [`change-${at(3, 12)}`, `change-${at(3, 20)}`])
})

test('an attempt on a session that exists says nothing of the copy', () => {
  const setup = buildSetup([buildEpisode([changed(at(1), buildSession())])], { attempts: [failed] })
  const [reason] = detection.evaluate(setup, buildContext(setup))

  assert.match(reason?.statement ?? '', /^An attempt to change session 4 of edge-rtr-07 failed at 2026-11-14 03:20Z, /)
  assert.equal(reason?.verdict, undefined)
})

test('is silent where nothing was refused', () => {
  const setup = buildSetup([buildEpisode([changed(at(1), buildSession())])])

  assert.deepEqual(detection.evaluate(setup, buildContext(setup)), [])
})
