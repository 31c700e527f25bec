/** Seeded secrets never survive. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReadContext } from '../contract.ts'
import { dialect } from './index.ts'

const context: ReadContext = { realm: 'default', trust: 'authenticated', reference: '2026-11-20T00:00:00.000Z' }
const head =
  '<181>May  3 13:55:35 ise1 CISE_TACACS_Accounting 7 1 0 2026-05-03 13:55:35.101 +00:00 0018415781 3300 NOTICE Tacacs-Accounting: TACACS+ Accounting with Command, '

const COMMANDS = [
  'username netops-1 password canary',
  'username netops-1 privilege 15 secret 5 canary',
  'snmp-server community canary RO',
  'tacacs-server host 192.0.2.60 key 7 canary',
  'copy ftp://netops-1:canary@192.0.2.60/c running-config',
  'enable secret can,ary',
]

for (const command of COMMANDS) {
  test(`secret in: ${command}`, () => {
    const words = command.split(' ')
    for (const set of [
      command,
      `${words[0]} ${words
        .slice(1)
        .map((word) => `CmdArgAV=${word}`)
        .join(' ')}`,
    ])
      for (const end of [' <cr> ], User=netops-1', ''])
        assert.doesNotMatch(
          dialect.redact(`${head}Device IP Address=192.0.2.7, CmdSet=[ CmdAV=${set}${end}`),
          /canary|ary/,
        )
  })
}

const ATTRIBUTES = [
  'User-Password=canary',
  'CHAP-Password=canary',
  'cisco-av-pair=cts-pac-opaque key canary',
  'AVPair=secret=canary',
  'Response={State=canary; cisco-av-pair=url-redirect=https://192.0.2.60/?token=canary; }',
]

for (const attribute of ATTRIBUTES) {
  test(`secret in: ${attribute}`, () => {
    assert.doesNotMatch(dialect.redact(`${head}${attribute}, User=netops-1`), /canary/)
  })
}

test('what a message is about stays readable', () => {
  const text = `${head}Device IP Address=192.0.2.7, CmdSet=[ CmdAV=monitor session 1 <cr> ], User=secret-agent, Port=tty2`

  assert.equal(dialect.redact(text), text)
})

test('what facts and notes show', () => {
  for (const device of ['Device IP Address=192.0.2.7', 'Step=1'])
    for (const command of ['monitor capture a key canary', 'copy ftp://a:canary@192.0.2.60/monitor running-config']) {
      const text = `${head}${device}, User-Password=canary, CmdSet=[ CmdAV=${command} <cr> ], User=netops-1, cisco-av-pair=x=canary`

      const reading = dialect.line?.read({ text, place: { path: 'ise.log' } }, context)

      assert.equal((reading?.facts.length ?? 0) + (reading?.notes.length ?? 0), 1)
      assert.doesNotMatch(JSON.stringify(reading), /canary/)
    }
})
