/** Every folder of `cases/`: packets in hexadecimal, and what each one leaves in the row. Adding a case adds no code. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { FlowRow } from '../_row/flow-row.ts'
import { packetsOf } from './_testing/hex-packets.ts'
import { rowContent } from './_testing/row-content.ts'
import { PacketBytes } from './packet-bytes.ts'
import { readLink } from './read-packet.ts'

const folder = new URL('./cases/', import.meta.url)

for (const name of readdirSync(folder).sort()) {
  test(`case ${name}`, () => {
    const packets = packetsOf(readFileSync(new URL(`${name}/input.hex`, folder), 'utf8'))

    const found = packets.map(({ title, linkType, bytes }) => {
      const row = new FlowRow()
      const isIp = readLink(row, new PacketBytes().set(bytes, 0, bytes.length), linkType)
      return { packet: title, ...(isIp ? rowContent(row) : { isIp }) }
    })

    const expected = new URL(`${name}/expected.json`, folder)
    if (process.env['TAPWARDEN_UPDATE_CASES'] === '1') {
      writeFileSync(expected, `[\n${found.map((packet) => `  ${JSON.stringify(packet)}`).join(',\n')}\n]\n`)
    }
    assert.deepEqual(found, JSON.parse(readFileSync(expected, 'utf8')))
    assert.match(readFileSync(new URL(`${name}/origin.yaml`, folder), 'utf8'), /^origin: .+\nlicence: .+\n/)
  })
}
