import assert from 'node:assert/strict'
import { test } from 'node:test'
import { redact } from './redact.ts'

/** `CANARY` marks what must not be left; what stands before it must be. */
const secrets = [
  'set system root-authentication encrypted-password "$6$CANARYsalt$CANARYhash"',
  'set system login user netops-1 authentication encrypted-password $1$CANARY$CANARY',
  'set system login user netops-1 authentication plain-text-password-value "CANARY with blanks CANARY"',
  'set system login user netops-1 authentication ssh-rsa "ssh-rsa AAAACANARY netops-1"',
  'set system tacplus-server 192.0.2.49 secret "$9$CANARYCANARY"',
  'set system radius-server 192.0.2.48 secret CANARY',
  'set snmp community CANARY authorization read-only',
  'set snmp v3 snmp-community idx community-name "CANARY"',
  'set snmp v3 usm local-engine user u authentication-sha authentication-password "CANARY"',
  'set snmp v3 usm local-engine user u privacy-aes128 privacy-password "CANARY"',
  'set snmp v3 usm local-engine user u authentication-sha authentication-key "$9$CANARYCANARY"',
  'set snmp trap-group CANARY targets 192.0.2.50',
  'set security ike policy P pre-shared-key ascii-text "$9$CANARYCANARY"',
  'set security ike policy P pre-shared-key hexadecimal CANARY0123',
  'set protocols bgp group G authentication-key "$9$CANARYCANARY"',
  'set protocols ospf area 0 interface ge-0/0/0 authentication md5 1 key "$9$CANARYCANARY"',
  'set protocols isis level 1 authentication-key "CANARY"',
  'set system ntp authentication-key 1 type md5 value "CANARY"',
  'set security authentication-key-chains key-chain C key 1 secret "CANARY"',
  'set access profile P client C chap-secret "CANARY"',
  'set interfaces pp0 unit 0 ppp-options pap local-password "CANARY"',
  'set system archival configuration archive-sites "scp://backup:CANARY@192.0.2.9/x" password "$9$CANARYCANARY"',
  '    encrypted-password "CANARY"; ## SECRET-DATA',
  '    secret "$9$CANARYCANARY"; ## SECRET-DATA',
  '    anything-else CANARY; ## SECRET-DATA',
  '    key "$9$CANARYCANARY"; ## SECRET-DATA',
  '    ascii-text "$9$CANARYCANARY"; ## SECRET-DATA',
  '    community CANARY {',
  '    community "CANARY" {',
  '    "pasvftp://backup:CANARY@192.0.2.10/backup/";',
  'set services radius-flow-tap policy CANARY source-address CANARY',
  'services dynamic-flow-capture capture-group CANARY',
  'User netops-3 set: [system tacplus-server 192.0.2.49 secret] "$9$CANARYCANARY" -> "$9$CANARYCANARY2"',
  'set security pki ca-certificate X "-----BEGIN CERTIFICATE-----\\nCANARY\\n-----END CERTIFICATE-----"',
  'MIIDXTCCAkWgAwIBAgIJAKCANARYCANARYCANARYCANARYCANARYCANARYCANARY',
] as const

for (const secret of secrets) {
  test(`hides the secret of: ${secret.trim()}`, () => {
    const shown = redact(`host-name acc-sw1;\n${secret}\n}`)

    assert.doesNotMatch(shown, /CANARY/)
    assert.match(shown, /<redacted>/)
    assert.equal(redact(shown), shown)
    assert.equal(shown.split('\n').length, 3)
  })
}

for (const harmless of [
  'set forwarding-options analyzer TAP output interface ge-0/0/47.0',
  'set system login password format sha512',
  'set system authentication-order [ tacplus password ]',
  'set system authentication-order password',
  'authentication-order [ tacplus password ];',
  '    flow-tap {',
  'set policy-options community REMOTE members 64500:1',
  '    key-chain OSPF;',
  'delete system tacplus-server 192.0.2.49',
]) {
  test(`leaves alone: ${harmless}`, () => assert.equal(redact(harmless), harmless))
}
