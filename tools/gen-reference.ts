/**
 * Writes the reference pages from the code they describe: `docs/reference/*.md` and the marked blocks of `README.md`.
 * `--check` writes nothing and fails when a page is not what the code says.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { writePages } from './gen-reference/pages.ts'

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
const root = join(import.meta.dirname, '..')

for (const { path, text } of await writePages(root)) {
  const file = join(root, path)
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue
  if (values.check) {
    console.error(`${path} is not what the code says: run node tools/gen-reference.ts`)
    process.exitCode = 1
  } else {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    console.log(`wrote ${path}`)
  }
}
