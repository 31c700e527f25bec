/** Seeded secrets never survive. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReadContext } from '../contract.ts'
import { dialect } from './index.ts'

const context: ReadContext = { realm: 'default', trust: 'authenticated', reference: '2026-11-20T00:00:00.000Z' }

const ATTRIBUTES = [
  'User-Password = "canary"',
  'CHAP-Password = 0x63616e617279canary',
  'CHAP-Challenge = 0xcanary',
  'MS-CHAP2-Response = 0xcanary',
  'EAP-Message = 0xcanary',
  'Message-Authenticator = 0xcanary',
  'Tunnel-Password:1 = "canary"',
  'State = 0xcanary',
  'Class = 0xcanary',
  'Cleartext-Password := "canary"',
  'Cisco-AVPair = "cmd=username netops-1 password canary"',
  'Cisco-AVPair = "ipsec:key=canary"',
  'HP-Command-String = "snmp-server community canary"',
  'Aruba-Command-String = "user netops-1 password plaintext canary"',
  'Attr-26.11.2 = 0xcanary',
  'Vendor-Attribute-Nobody-Knows = "canary"',
  'EAP-Key-Name = 0xcanary',
]

for (const attribute of ATTRIBUTES) {
  test(`secret in: ${attribute}`, () => {
    const text = `Sun May  3 13:55:35 2026\n\tUser-Name = "netops-1"\n\t${attribute}\n\tNAS-IP-Address = 192.0.2.8\n\tTimestamp = 1777816535`

    const redacted = dialect.redact(text)

    assert.doesNotMatch(redacted, /canary/)
    assert.match(redacted, /User-Name = "netops-1"[\s\S]*NAS-IP-Address = 192\.0\.2\.8/)
  })
}

test('what facts and notes show', () => {
  const secrets = ATTRIBUTES.filter((attribute) => !/Command|AVPair|^Attr-/.test(attribute))
  for (const device of ['NAS-IP-Address = 192.0.2.8', 'X = 1'])
    for (const end of [
      'HP-Command-String = "mirror 1 key canary"',
      'HP-Command-String = "mirror 1 key canary',
      'Packet-Type = Access-Reject\n\tService-Type = Login-User',
    ]) {
      const text = ['Sun May  3 13:55:35 2026', device, ...secrets, end].join('\n\t')

      const reading = dialect.block?.read({ text, place: { path: 'detail' } }, context)

      assert.equal((reading?.facts.length ?? 0) + (reading?.notes.length ?? 0), 1)
      assert.doesNotMatch(JSON.stringify(reading), /canary/)
    }
})
