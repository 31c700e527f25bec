/** Seeded secrets never survive, whatever platform a command is of. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { redactCommand } from '../_aaa/redact-command.ts'
import type { ReadContext } from '../contract.ts'
import { dialect } from './index.ts'

const context: ReadContext = { realm: 'default', trust: 'authenticated', reference: '2026-11-20T00:00:00.000Z' }

const COMMANDS = [
  'username netops-1 privilege 15 secret 5 canary',
  'username netops-1 sec 0 canary',
  'enable pass canary',
  'enable password 7 canary level 15',
  'snmp-server community canary RO',
  'snmp-server host 192.0.2.50 version 2c canary',
  'snmp-server user netops-1 group v3 auth sha canary priv aes 128 canary',
  'snmp-agent community read cipher canary',
  'snmp host 192.0.2.50 canary',
  'tacacs-server host 192.0.2.60 key 7 canary',
  'key-string canary',
  'crypto isakmp key canary address 192.0.2.1',
  'ip ospf message-digest-key 1 md5 canary',
  'standby 1 authentication canary',
  'wpa-psk ascii canary',
  'set system login user netops-1 authentication encrypted-password "canary canary"',
  'set security ike policy a pre-shared-key ascii-text "canary"',
  'set password="canary canary"',
  'local-user netops-1 password irreversible-cipher canary',
  'copy ftp://netops-1:canary@192.0.2.60/c running-config',
  'copy scp://netops-1:can@ry/canary@192.0.2.60/c flash:',
  'curl -H token:canary 192.0.2.60',
  'user x $1$canary$canary',
  'user x $9$canary',
]

for (const command of COMMANDS) {
  test(`secret in: ${command}`, () => {
    assert.doesNotMatch(redactCommand(command), /canary|can@ry/)
    assert.doesNotMatch(
      dialect.redact(`May  3 13:55:35\t192.0.2.7\tnetops-1\ttty2\tx\tstop\tcmd=${command} <cr>`),
      /canary|can@ry/,
    )
    assert.doesNotMatch(dialect.redact(`192.0.2.7|netops-1|tty2|x|stop|shell|${command} <cr>`), /canary|can@ry/)
    assert.doesNotMatch(
      dialect.redact(`authorization user=netops-1 cmd='${command} <cr>' client=x device=192.0.2.7 result=rejected`),
      /canary|can@ry/,
    )
    const split = command.split(' ').join('\tcmd-arg=')
    assert.doesNotMatch(dialect.redact(`192.0.2.7\tnetops-1\ttty2\tx\tstop\tcmd=${split}`), /canary|can@ry/)
  })
}

const HARMLESS = [
  'monitor session 4 type erspan-source',
  'source interface GigabitEthernet1/0/5 tx',
  'ip address 203.0.113.66',
  'monitor session 1 destination remote vlan 901',
  'no logging host 192.0.2.50',
  'set forwarding-options analyzer a output ip-address 203.0.113.66',
  'hidekeys',
  'commit',
]

for (const command of HARMLESS) {
  test(`nothing to hide in: ${command}`, () => {
    assert.equal(redactCommand(command), command)
  })
}

test('devices and users stay readable', () => {
  assert.equal(
    dialect.redact('May  3 13:55:35\tkey-rtr-1\tsecret-agent\ttty2\tx\tstop\tcmd=enable secret canary <cr>'),
    'May  3 13:55:35\tkey-rtr-1\tsecret-agent\ttty2\tx\tstop\tcmd=enable secret [redacted]',
  )
})

test('what facts and notes show', () => {
  for (const device of ['192.0.2.7', 'unknown']) {
    for (const command of ['monitor capture a key canary', 'copy ftp://a:canary@192.0.2.60/monitor running-config']) {
      const text = `2026-05-03 13:55:35\t${device}\tnetops-1\ttty2\tx\tstop\tservice=shell\tcmd=${command}`

      const reading = dialect.line?.read({ text, place: { path: 'accounting.log' } }, context)

      assert.equal((reading?.facts.length ?? 0) + (reading?.notes.length ?? 0), 1)
      assert.doesNotMatch(JSON.stringify(reading), /canary/)
    }
  }
})

test('what a refused command shows', () => {
  const text =
    "<134>May  3 13:55:38 aaa1 tac_plus[4711]: authorization user=netops-1 cmd='monitor capture a key canary <cr>' client=198.51.100.23 device=192.0.2.7 result=rejected"

  const reading = dialect.line?.read({ text, place: { path: 'tac_plus.log' } }, context)

  assert.equal(reading?.facts.length, 1)
  assert.doesNotMatch(JSON.stringify(reading), /canary/)
})
