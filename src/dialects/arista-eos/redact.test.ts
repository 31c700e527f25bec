import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dialect } from './index.ts'
import { redact } from './redact.ts'

/** `CANARY` marks what must not be left; what stands before it must be. */
const secrets = [
  'boot secret sha512 CANARY',
  'aaa root secret sha512 $6$CANARYsalt$CANARYhash',
  'enable secret sha512 $6$CANARYsalt$CANARYhash',
  'enable password 5 $1$CANARYa$CANARYb',
  'username netops-1 privilege 15 role network-admin secret sha512 $6$CANARYsalt$CANARYhash',
  'username netops-1 secret 0 CANARY',
  'username netops-1 secret CANARY with blanks CANARY',
  'username netops-1 ssh-key ssh-rsa CANARYCANARY= netops-1@CANARY',
  'username netops-1 ssh-key secondary ssh-rsa CANARYCANARY=',
  'tacacs-server key 7 CANARY',
  'tacacs-server host 192.0.2.9 single-connection vrf MGMT key 7 CANARY',
  'tacacs-server host 192.0.2.9 key 8a $CANARY==$CANARY==$CANARY=',
  'radius-server host 192.0.2.9 vrf MGMT key 7 CANARY',
  'radius-server key 8a $CANARY==$CANARY==',
  'snmp-server community CANARY ro',
  'snmp-server host 192.0.2.50 version 2c CANARY',
  'snmp-server host 192.0.2.50 vrf MGMT version 3 auth CANARY',
  'snmp-server user netops-1 G v3 auth sha CANARY priv aes CANARY',
  'snmp-server user netops-1 G v3 localized f5717f auth sha CANARY priv aes CANARY',
  '   neighbor 192.0.2.1 password 7 CANARY==',
  '   neighbor PEERS password CANARY',
  '   ip ospf message-digest-key 1 sha512 7 CANARY==',
  '   ip ospf message-digest-key 1 md5 8a $CANARY==',
  '   ip ospf authentication-key 7 CANARY==',
  '   ip ospf authentication-key 8a $CANARY==',
  '   isis authentication key 7 CANARY',
  '   authentication key 7 CANARY',
  '   exec /usr/bin/TerminAttr -cvaddr=192.0.2.90:9910 -cvauth=key,CANARY -cvvrf=MGMT',
  '   exec /usr/bin/TerminAttr -cvaddr=192.0.2.90:9910 -cvauth=token,/tmp/token,CANARY',
  'ntp authentication-key 1 md5 7 CANARY',
  'ntp authentication-key 1 sha1 CANARY',
  '   key 7 CANARY',
  '   key 1a2b fallback CANARY'.replace('key 1a2b fallback', 'mac security key 7'),
  '   pre-shared-key 7 CANARY',
  '   shared-key 7 CANARY',
  '   password 7 CANARY',
  'copy scp://backup:CANARY@192.0.2.9/x running-config',
  'email authentication username netops-1 password 7 CANARY',
  'vrrp 1 peer authentication text CANARY',
  'management cvx secret 7 CANARY',
  '-----BEGIN PRIVATE KEY-----\nMIIDXTCCAkWgAwIBAgIJAKCANARYCANARYCANARYCANARYCANARYCANARYCANARY',
] as const

for (const secret of secrets) {
  test(`hides the secret of: ${secret.trim()}`, () => {
    const shown = redact(`hostname leaf-1\n${secret}\nend`)

    assert.doesNotMatch(shown, /CANARY/)
    assert.match(shown, /<redacted>/)
    assert.equal(shown.split('\n').length, secret.split('\n').length + 2)
    assert.equal(redact(shown), shown)
  })
}

for (const harmless of [
  'monitor session TAP source Ethernet1 rx ip access-group SECRET-LIST priority 10',
  'monitor session TAP destination tunnel mode gre source 192.0.2.1 destination 203.0.113.77',
  'queue-monitor length mirror destination Cpu',
  'no logging host 192.0.2.50',
  'aaa accounting commands all default start-stop group TACACS logging',
  'management security',
  '   password minimum length 12'.replace('password minimum', 'minimum'),
  'ip access-list TOKENS',
  'description uplink to keyroom',
]) {
  test(`leaves alone: ${harmless.trim()}`, () => assert.equal(redact(harmless), harmless))
}

test('no fact or note of a configuration or log line holds a secret', () => {
  const context = { realm: 'default', trust: 'authenticated', reference: '2026-11-20T00:00:00.000Z' } as const
  const place = { path: 'x', line: 1 }
  const text = [
    '! device: leaf-1 (vEOS, EOS-4.31.2F)',
    'hostname leaf-1',
    ...secrets,
    'event-handler X',
    '   action bash tcpdump -i et1 -w - | curl -T - https://user:CANARY@files.example/x',
    'end',
  ].join('\n')
  const lines = secrets.map(
    (secret) =>
      `Nov 14 03:12:08 leaf-1 Aaa: %ACCOUNTING-6-CMD: netops-1 vty6 192.0.2.10 stop task_id=17 start_time=1794625927.5 timezone=UTC service=shell priv-lvl=15 cmd=${secret} <cr>`,
  )

  const readings = [
    dialect.document?.read({ text, place, cutOff: false }, context),
    ...lines.map((line) => dialect.line?.read({ text: line, place }, context)),
  ]

  assert.doesNotMatch(JSON.stringify(readings), /CANARY/)
})
