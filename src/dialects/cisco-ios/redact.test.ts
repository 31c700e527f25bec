import assert from 'node:assert/strict'
import { test } from 'node:test'
import { redact } from './redact.ts'

/** `CANARY` marks what must not be left; what stands before it must be. */
const secrets = [
  'enable secret 9 $9$CANARYsalt$CANARYhash',
  'enable secret level 7 5 $1$CANARY$CANARY',
  'enable password CANARY with blanks CANARY',
  'username netops-1 privilege 15 secret 9 $9$CANARYsalt$CANARYhash',
  'username netops-1 password 7 0822CANARY',
  'username netops-1 password 0 CANARY',
  'username netops-1 algorithm-type sha256 secret CANARY',
  ' password 7 0822CANARY',
  'snmp-server community CANARY RO 10',
  'snmp-server host 192.0.2.50 version 2c CANARY',
  'snmp-server host 192.0.2.50 vrf MGMT informs version 3 priv CANARY',
  'snmp-server user netops-1 GROUP v3 auth sha CANARY-A priv aes 128 CANARY-B',
  'tacacs-server key 7 CANARY',
  'tacacs-server host 192.0.2.9 key CANARY',
  'radius-server host 192.0.2.9 auth-port 1812 acct-port 1813 key 7 CANARY',
  'radius-server key CANARY',
  'tacacs server ISE key 7 CANARY',
  ' key 7 CANARY',
  ' key CANARY',
  ' server-key 7 CANARY',
  ' client 192.0.2.9 server-key 7 CANARY',
  ' pac key 7 CANARY',
  ' server-private 192.0.2.9 key 7 CANARY',
  'crypto isakmp key 6 CANARY address 0.0.0.0',
  'crypto isakmp key CANARY hostname peer',
  ' pre-shared-key local 6 CANARY',
  ' pre-shared-key address 192.0.2.9 key CANARY',
  ' pre-shared-key CANARY',
  'key config-key password-encrypt CANARY',
  '  key-string 7 CANARY',
  'ntp authentication-key 1 md5 CANARY 7',
  ' ip ospf message-digest-key 1 md5 7 CANARY',
  ' ip ospf authentication-key 7 CANARY',
  ' ip nhrp authentication CANARY',
  ' standby 1 authentication CANARY',
  ' standby 1 authentication md5 key-string 7 CANARY',
  ' vrrp 1 authentication text CANARY',
  ' neighbor 192.0.2.9 password 7 CANARY',
  ' ppp chap password 0 CANARY',
  ' area-password CANARY',
  ' domain-password CANARY',
  ' ipv6 ospf authentication ipsec spi 500 sha1 0123456789CAFE0123456789CAFE012345678CANARY'.replace(
    'CANARY',
    'AAAAAA',
  ),
  ' wpa-psk ascii 7 CANARY',
  ' security wpa akm psk set-key ascii 0 CANARY',
  'ip ftp password 7 CANARY',
  'copy ftp://backup:CANARY@192.0.2.9/x running-config',
  'archive path scp://backup:CANARY@192.0.2.9/$h',
  'crypto pki trustpoint X\n password 7 CANARY',
  '  30820330 30820218 A0030201 02020101 300D0609 2A864886 F70D0101 05CACA00',
  'MIIDXTCCAkWgAwIBAgIJAKCANARYCANARYCANARYCANARYCANARYCANARYCANARY',
] as const

for (const secret of secrets) {
  test(`hides the secret of: ${secret.trim()}`, () => {
    const shown = redact(`hostname acc-sw1\n${secret}\nend`)

    assert.doesNotMatch(shown, /CANARY|0123456789CAFE|30820330/)
    assert.match(shown, /<redacted>/)
    assert.equal(shown.split('\n').length, secret.split('\n').length + 2)
  })
}

for (const harmless of [
  'monitor session 1 source interface Gi1/0/1 both',
  ' ip address 203.0.113.66',
  'key chain OSPF',
  ' key 1',
  'service password-encryption',
  'crypto key generate rsa',
  'ip access-list extended SECRET-LIST',
  'no logging host 192.0.2.50',
  'description uplink to keyroom',
]) {
  test(`leaves alone: ${harmless}`, () => assert.equal(redact(harmless), harmless))
}
