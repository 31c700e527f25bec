/** The cases of a datagram format: what one exporter sent, in order, and all that each datagram tells. Adding a case adds no code. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { packetsOf } from '../../_packets/_testing/hex-packets.ts'
import type { FlowFormat } from '../../contract.ts'
import { Exporter } from './exporter.ts'

/** A test for each folder below `cases/` beside the test that calls. `TAPWARDEN_UPDATE_CASES=1` rewrites the expectations. */
export function walkCases(format: FlowFormat, testUrl: string): void {
  const casesFolder = new URL('./cases/', testUrl)
  for (const name of readdirSync(casesFolder).sort()) {
    test(`case ${name}`, () => {
      const folder = new URL(`${name}/`, casesFolder)
      const exporter = new Exporter([format])

      const found = packetsOf(readFileSync(new URL('input.hex', folder), 'utf8')).map(({ title, bytes }) => {
        const { left, sink } = exporter.send(bytes)
        return { datagram: title, ...(left === 0 ? {} : { left }), ...sink.content() }
      })
      found.push({ datagram: 'and at the end', ...exporter.finish().content() })

      const expected = new URL('expected.json', folder)
      if (process.env['TAPWARDEN_UPDATE_CASES'] === '1')
        writeFileSync(expected, `${JSON.stringify(found, undefined, 1)}\n`)
      assert.deepEqual(found, JSON.parse(readFileSync(expected, 'utf8')))
      assert.match(readFileSync(new URL('origin.yaml', folder), 'utf8'), /^origin: .+\nlicence: .+\n/)
    })
  }
}
