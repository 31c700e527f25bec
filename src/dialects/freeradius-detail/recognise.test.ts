import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dialect } from './index.ts'

const recognise = (sample: string) => dialect.block?.recognise(sample)
const record = 'Sun May  3 13:55:35 2026\n\tUser-Name = "netops-1"\n\tTimestamp = 1777816535\n'

for (const [what, sample] of [
  ['a record', record],
  ['records with CRLF', `${record}\n${record}`.replaceAll('\n', '\r\n')],
  ['a first record that a rotation cut', `\tTimestamp = 1777816535\n\n${record}`],
  ['a last record that the sample cuts', `${record}\nSun May  3 13:55:36 2026\n\tUser-Na`],
  ['an ISO header', record.replace('Sun May  3 13:55:35 2026', '2026-05-03T13:55:35+02:00')],
  ['an epoch header', record.replace('Sun May  3 13:55:35 2026', '1777816535')],
  ['operators', record.replace(' = ', ' := ')],
] as const) {
  test(`ours: ${what}`, () => {
    assert.equal(recognise(sample), 0.95)
  })
}

for (const [what, sample] of [
  ['nothing', ''],
  [
    'a users file',
    'netops-1 Cleartext-Password := "made-up-word"\n\tService-Type = NAS-Prompt-User,\n\tUser-Name = "x"\n',
  ],
  ['a configuration', 'hostname sw1\n!\ninterface Gi1/0/1\n description Timestamp = 1\n'],
  ['a log', 'Sun May  3 13:55:35 2026 : Auth: (0) Login OK: [netops-1] (from client sw1 port 0)\n'],
  ['accounting of tac_plus', 'Sun May  3 13:55:35 2026\t192.0.2.7\tnetops-1\ttty2\tx\tstop\ttask_id=1\n'],
  ['settings behind a time', 'Sun May  3 13:55:35 2026\n\tcolour = red\n'],
] as const) {
  test(`not ours: ${what}`, () => {
    assert.equal(recognise(sample), 0)
  })
}
