/** The cases of a format: files in, exactly these rows out. Adding a case adds no code. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { FlowFormat } from '../../contract.ts'
import { readFlowFile } from './read-flow-file.ts'

/** A test for each folder below `cases/` beside the test that calls. */
export function walkCases(format: FlowFormat, testUrl: string): void {
  const casesFolder = new URL('./cases/', testUrl)
  for (const name of readdirSync(casesFolder).sort()) {
    test(`case ${name}`, () => {
      const folder = new URL(`${name}/`, casesFolder)
      const inputs = readdirSync(folder).filter((file) => file.startsWith('input.'))
      assert.equal(inputs.length, 1, 'one input')
      const text = readFileSync(new URL(inputs[0] ?? '', folder), 'utf8')

      const read = readFlowFile(format, text)

      assert.deepEqual(read, JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')))
      assert.ok((format.file?.recognise(text.slice(0, 64 * 1024)) ?? 0) >= 0.8, 'recognised')
      assert.match(readFileSync(new URL('origin.yaml', folder), 'utf8'), /^origin: .+\nlicence: .+\n/)
    })
  }
}
