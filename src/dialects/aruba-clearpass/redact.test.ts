/** Seeded secrets never survive. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReadContext } from '../contract.ts'
import { dialect } from './index.ts'

const context: ReadContext = { realm: 'default', trust: 'authenticated', reference: '2026-11-20T00:00:00.000Z' }
const head =
  '<143>2026-05-03 13:55:35,823 192.0.2.61 TacacsAccounting 31 1 0 Common.Username=secret-agent,Common.NAS-IP-Address=192.0.2.8'

const COLUMNS = [
  'TACACS.Cmd=username netops-1 password canary',
  'TACACS.Cmd=enable secret can,Common.ary=canary',
  'TACACS.Cmd=snmp-server,TACACS.Cmd-Args=community canary RO',
  'Radius:HP:HP-Command-String=snmp-server community canary',
  'RADIUS.User-Password=canary',
  'Radius:Microsoft:MS-CHAP2-Response=canary',
  'Radius:IETF:State=canary',
  'Radius:IETF:Class=canary',
  'Guest.Password=canary',
  'attr_name=Radius:IETF:Password,attr_value=password canary',
  'TACACS.Cmd=copy ftp://netops-1:canary@192.0.2.60/c running-config',
]

for (const column of COLUMNS) {
  test(`secret in: ${column}`, () => {
    const redacted = dialect.redact(`${head},${column}`)

    assert.doesNotMatch(redacted, /canary/)
    assert.ok(redacted.startsWith(head))
  })
}

test('what facts and notes show', () => {
  for (const device of ['Common.NAS-IP-Address=192.0.2.8', 'Common.X=1'])
    for (const command of ['monitor capture a key canary', 'copy ftp://a:canary@192.0.2.60/monitor running-config']) {
      const text = `<143>2026-05-03 13:55:35,823 192.0.2.61 TacacsAccounting 31 1 0 Common.Username=netops-1,${device},RADIUS.User-Password=canary,TACACS.Request-Type=TACACS_ACCOUNTING,TACACS.Cmd=${command}`

      const reading = dialect.line?.read({ text, place: { path: 'cppm.log' } }, context)

      assert.equal((reading?.facts.length ?? 0) + (reading?.notes.length ?? 0), 1)
      assert.doesNotMatch(JSON.stringify(reading), /canary/)
    }
})
