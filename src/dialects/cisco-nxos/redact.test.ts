import assert from 'node:assert/strict'
import { test } from 'node:test'
import { redact } from './redact.ts'

/** `CANARY` marks what must not be left. */
const secrets = [
  'username netops-1 password 5 $5$CANARY$CANARYhash  role network-admin',
  'username netops-1 password 5 !CANARY  role network-operator',
  'username netops-1 passphrase  lifetime 99999 CANARY',
  'enable secret 5 $5$CANARY$CANARY',
  'snmp-server user netops-1 network-admin auth md5 0xCANARY priv 0xCANARY localizedkey',
  'snmp-server user netops-1 auth sha 0xCANARY priv aes-128 0xCANARY localizedkey',
  'snmp-server user netops-1 network-operator auth sha-256 0xCANARY priv aes-128 0xCANARY localizedV2key',
  'snmp-server community CANARY group network-operator',
  'snmp-server host 192.0.2.50 traps version 2c CANARY',
  'tacacs-server host 192.0.2.60 key 7 "CANARY"',
  'tacacs-server key 7 "CANARY"',
  'radius-server host 192.0.2.61 key 7 "CANARY" authentication accounting',
  'radius-server key 0 CANARY',
  '    key-string 7 CANARY',
  '  ip ospf message-digest-key 1 md5 3 CANARY',
  '  ip ospf authentication-key 3 CANARY',
  '  password 3 CANARY',
  '    password 3 CANARY',
  '  neighbor 192.0.2.9 password 7 CANARY',
  '  authentication text CANARY',
  '    authentication md5 key-chain CANARY-IS-NO-SECRET',
  'ntp authentication-key 1 md5 CANARY 7',
  'key config-key ascii CANARY',
  'crypto ca enroll X password CANARY',
  'copy scp://backup:CANARY@192.0.2.60/x running-config',
  '  vrrp 1 authentication text CANARY',
  'feature password CANARY',
] as const

for (const secret of secrets.filter((text) => !text.includes('NO-SECRET'))) {
  test(`hides the secret of: ${secret.trim()}`, () => {
    const shown = redact(`hostname leaf-1\n${secret}\nline vty`)

    assert.doesNotMatch(shown, /CANARY/)
    assert.match(shown, /<redacted>/)
    assert.equal(shown.split('\n').length, 3)
    assert.equal(redact(shown), shown)
  })
}

for (const harmless of [
  'monitor session 1 type erspan-source',
  '  destination ip 203.0.113.66',
  '  filter access-group ONLY-DB',
  'configure terminal ; monitor session 1 ; no shut',
  'key chain OSPF',
  '  key 1',
  'no password strength-check',
  'password strength-check',
]) {
  test(`leaves alone: ${harmless}`, () => assert.equal(redact(harmless), harmless))
}
