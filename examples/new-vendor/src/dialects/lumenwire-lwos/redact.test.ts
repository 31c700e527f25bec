/** Seeded secrets never survive, and what is no secret stays readable. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { redact } from './redact.ts'

const SECRETS = [
  'username netops-1 password canary',
  'enable secret 0 canary',
  'snmp-server community canary RO',
  'audit-log remote 192.0.2.50 shared-key canary',
  'copy ftp://netops-1:canary@192.0.2.60/a running-config',
]

for (const line of SECRETS) {
  test(`secret in: ${line}`, () => {
    assert.doesNotMatch(redact(`before\n${line}\nafter`), /canary/)
  })
}

test('a session stays readable', () => {
  const session = 'tap-group 4\n watch port 1/7 inbound\n deliver remote 203.0.113.66'

  assert.equal(redact(session), session)
})
