/** Every file of others is the one its row names: source, commit, licence and SHA-256. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { sha256Hex } from '../../src/kit/hash.ts'

const folder = join(import.meta.dirname, '..', '..', 'third-party')

for (const name of readdirSync(folder)) {
  const rows = readFileSync(join(folder, name, 'README.md'), 'utf8').split('\n')
  const files = readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'README.md')
    .map((entry) => join(entry.parentPath, entry.name))

  test(`every file in third-party/${name} has a row with its commit and hash`, () => {
    assert.ok(files.length > 0)
    for (const file of files) {
      const path = file.slice(join(folder, name).length + 1)
      const row = rows.find((line) => line.includes(`\`${path}\``))
      assert.ok(row !== undefined, `no row for ${path}`)
      assert.match(row, /`[0-9a-f]{40}`/)
      assert.ok(row.includes(sha256Hex(readFileSync(file))), `${path} is not the file of its row`)
    }
  })
}
