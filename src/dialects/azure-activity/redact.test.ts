/** Seeded secrets never survive in what facts and notes show, nor in text of a record cut anywhere. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReadContext } from '../contract.ts'
import { dialect } from './index.ts'

const context: ReadContext = { realm: 'default', trust: 'authenticated', reference: '2026-11-20T00:00:00.000Z' }

const BODY = {
  target: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/vm-1',
  storageLocation: { storagePath: 'https://acct.blob.core.windows.net/c/x.cap?sv=2024&sig=canary-1' },
  sasUrl: 'https://acct.blob.core.windows.net/c?sig=canary-2',
  connectionString: 'DefaultEndpointsProtocol=https;AccountKey=canary-3',
  accountKey: 'canary-4',
  note: 'Bearer eyJjYW5hcnkiOjF9.eyJjYW5hcnkiOjF9.Y2FuYXJ5 and AccountKey=canary-5;',
}

test('what facts and notes show', () => {
  for (const operation of ['packetCaptures/write', 'packetCaptures/stop/action']) {
    const value = {
      time: '2026-11-14T03:12:07Z',
      resourceId: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/networkWatchers/w/packetCaptures/p',
      operationName: `Microsoft.Network/networkWatchers/${operation}`,
      resultType: 'Failure',
      properties: {
        requestbody: JSON.stringify({ properties: BODY }),
        statusMessage: JSON.stringify({ error: { code: 'X', message: 'token=canary-6 sig=canary-7' } }),
      },
    }

    const reading = dialect.json?.read({ value, place: { path: 'activity.json' } }, context)

    assert.equal(reading?.facts.length, 1)
    assert.doesNotMatch(JSON.stringify(reading), /canary|eyJ/i)
  }
})

test('text of a record, whole or cut anywhere', () => {
  const text = JSON.stringify({ operationName: 'x', ...BODY })
  for (let length = 0; length <= text.length; length++)
    assert.doesNotMatch(dialect.redact(text.slice(0, length)), /canary-\d/i)
})
