/** Seeded secrets never survive, in whole records, in cut ones, and in what facts show. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReadContext } from '../contract.ts'
import { dialect } from './index.ts'

const context: ReadContext = { realm: 'default', trust: 'authenticated', reference: '2026-11-20T00:00:00.000Z' }

const SECRETS = {
  accessKeyId: 'AKIAcanary0000000001',
  sessionToken: 'canary-0000000002',
  clientToken: 'canary-0000000003',
  credentials: { whatever: 'canary-0000000004', list: ['canary-0000000005'] },
  'master-password': 'canary-"0000000006',
  webhook: 'https://user:w/canary-0@canary-0000000007@example.com/',
  note: 'secret_key = canary-0000000008 and AKIACANARY0000000009',
  signedCookie: 12345,
  pem: '-----BEGIN PRIVATE KEY-----\ncanary-0000000010',
}

test('a whole record', () => {
  const redacted = dialect.redact(JSON.stringify({ ...SECRETS, eventName: 'StopLogging' }))

  assert.doesNotMatch(redacted, /canary|12345/i)
})

test('a record cut anywhere', () => {
  const text = JSON.stringify({ eventName: 'StopLogging', ...SECRETS })
  for (let length = 0; length < text.length; length++) {
    assert.doesNotMatch(dialect.redact(text.slice(0, length)), /canary-0/i)
  }
})

test('a record inside a text member', () => {
  const redacted = dialect.redact(
    JSON.stringify({ message: JSON.stringify({ sessionToken: 'canary-1', name: 'kept' }) }),
  )

  assert.doesNotMatch(redacted, /canary/)
  assert.match(redacted, /kept/)
})

test('what no secret is stays as it is', () => {
  const text =
    '{"eventName":"StopLogging","sessionCredentialFromConsole":"true","userIdentity":{"userName":"netops-1"}}'

  assert.equal(dialect.redact(text), text)
})

test('what facts and notes show', () => {
  const value = {
    eventSource: 'ec2.amazonaws.com',
    eventName: 'CreateTrafficMirrorSession',
    eventTime: '2026-11-14T03:12:07Z',
    awsRegion: 'eu-west-1',
    recipientAccountId: '111122223333',
    errorCode: 'Client.UnauthorizedOperation',
    errorMessage: 'Encoded authorization failure message: canary-0000000011',
    userAgent: 'tool/1 token=canary-0000000012',
    userIdentity: { type: 'IAMUser', userName: 'netops-1', ...SECRETS },
    requestParameters: { NetworkInterfaceId: 'eni-1', Description: 'password: canary-0000000013', ...SECRETS },
  }

  const reading = dialect.json?.read({ value, place: { path: 'trail.json' } }, context)

  assert.equal(reading?.facts.length, 1)
  assert.doesNotMatch(JSON.stringify(reading), /canary|12345/i)
})
