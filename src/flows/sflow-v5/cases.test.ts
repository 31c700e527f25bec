/** Every folder of `cases/`: datagrams in hexadecimal, and all that each one tells. Adding a case adds no code. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { packetsOf } from '../_packets/_testing/hex-packets.ts'
import { datagramOf, decode } from './_testing/decode.ts'
import { flowFormat } from './index.ts'

const folder = new URL('./cases/', import.meta.url)

for (const name of readdirSync(folder).sort()) {
  test(`case ${name}`, () => {
    const datagrams = packetsOf(readFileSync(new URL(`${name}/input.hex`, folder), 'utf8'))

    const found = datagrams.map(({ title, bytes }) => {
      const datagram = datagramOf(bytes)
      const isOurs = flowFormat.datagrams?.recognise(datagram)
      const { sink, end } = decode(datagram)
      return {
        datagram: title,
        ...(isOurs ? {} : { isOurs }),
        ...(end === bytes.length ? {} : { end }),
        ...sink.content(),
      }
    })

    const expected = new URL(`${name}/expected.json`, folder)
    if (process.env['TAPWARDEN_UPDATE_CASES'] === '1')
      writeFileSync(expected, `${JSON.stringify(found, undefined, 1)}\n`)
    assert.deepEqual(found, JSON.parse(readFileSync(expected, 'utf8')))
    assert.match(readFileSync(new URL(`${name}/origin.yaml`, folder), 'utf8'), /^origin: .+\nlicence: .+\n/)
  })
}
