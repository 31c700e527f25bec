/** Seeded secrets never survive in what facts and notes show, nor in text of an entry cut anywhere. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReadContext } from '../contract.ts'
import { dialect } from './index.ts'

const context: ReadContext = { realm: 'default', trust: 'authenticated', reference: '2026-11-20T00:00:00.000Z' }

const SECRETS = {
  accessToken: 'canary-1',
  privateKeyData: 'canary-2',
  note: 'Bearer ya29.canary-0000000003 and AIzacanary00000000000000000000000000000004',
  jwt: 'eyJjYW5hcnkiOjF9.eyJjYW5hcnkiOjF9.Y2FuYXJ5',
  pem: '-----BEGIN PRIVATE KEY-----\ncanary-5',
}

test('what facts and notes show', () => {
  for (const methodName of ['v1.compute.packetMirrorings.insert', 'v1.compute.packetMirrorings.clone']) {
    const value = {
      insertId: 'x',
      timestamp: '2026-11-14T03:12:07Z',
      resource: { labels: { project_id: 'acme-prod' } },
      protoPayload: {
        serviceName: 'compute.googleapis.com',
        methodName,
        resourceName: 'projects/acme-prod/regions/r/packetMirrorings/ids',
        authenticationInfo: { principalEmail: 'netops-1@example.com', serviceAccountKeyName: 'canary-6' },
        requestMetadata: { callerSuppliedUserAgent: 'tool/1 token=canary-7' },
        request: { description: 'password: canary-8', ...SECRETS },
        status: { code: 3, message: 'token=canary-9' },
      },
    }

    const reading = dialect.json?.read({ value, place: { path: 'audit.json' } }, context)

    assert.ok(reading !== undefined && reading.facts.length + reading.notes.length > 0)
    assert.doesNotMatch(JSON.stringify(reading), /canary|eyJ/i)
  }
})

test('text of an entry, whole or cut anywhere', () => {
  const text = JSON.stringify({ methodName: 'x', ...SECRETS })
  for (let length = 0; length <= text.length; length++)
    assert.doesNotMatch(dialect.redact(text.slice(0, length)), /canary-\d(?!\d)/i)
  assert.doesNotMatch(dialect.redact(text), /canary|eyJ/i)
})
