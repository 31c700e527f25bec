/** Walks the folders of `cases/` of a dialect: input in, exactly what is expected out. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'

/** What reads an input, by the name of its file: `{ 'input.log': readLines }`. */
export type CaseReaders = Readonly<Record<string, (text: string) => unknown>>

/**
 * One test for each folder of `cases/` at `casesFolder`, which holds one of the inputs that `readers` read, `expected.json` and
 * `origin.yaml`. `TAPWARDEN_UPDATE_CASES=1` rewrites the expectations, which are then reviewed like code.
 */
export function walkCases(casesFolder: URL, readers: CaseReaders): void {
  for (const name of readdirSync(casesFolder).sort()) {
    test(`case ${name}`, () => {
      const folder = new URL(`${name}/`, casesFolder)
      const [input, read] = Object.entries(readers).find(([file]) => existsSync(new URL(file, folder))) ?? []
      assert.ok(input !== undefined && read !== undefined, 'the case has an input')

      // Through JSON, so that what is compared is what is stored.
      const found = JSON.parse(JSON.stringify(read(readFileSync(new URL(input, folder), 'utf8'))))

      const expected = new URL('expected.json', folder)
      if (process.env['TAPWARDEN_UPDATE_CASES'] === '1')
        writeFileSync(expected, `${JSON.stringify(found, undefined, 2)}\n`)
      assert.deepEqual(found, JSON.parse(readFileSync(expected, 'utf8')))
      assert.match(readFileSync(new URL('origin.yaml', folder), 'utf8'), /^origin: .+\nlicence: .+\n/)
    })
  }
}
