/** Real records of other clouds, where the corpus is at hand: none of them is taken for Google's. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { isObject } from '../_audit-records/fields.ts'
import type { ReadContext } from '../contract.ts'
import { dialect } from './index.ts'

const folder = join(
  resolve(process.env['TAPWARDEN_CORPUS'] ?? join(import.meta.dirname, '../../../../shared/corpus')),
  'cloud',
)
const skip = existsSync(folder) ? false : `no corpus at ${folder}`
const context: ReadContext = { realm: 'default', trust: 'authenticated', reference: '2026-11-20T00:00:00.000Z' }

test('records of other clouds are left to their readers', { skip }, () => {
  for (const file of readdirSync(folder)) {
    const text = readFileSync(join(folder, file), 'utf8')
    const values: unknown[] = text.startsWith('[')
      ? JSON.parse(text)
      : text
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line))

    for (const value of values.filter(isObject))
      assert.equal(dialect.json?.read({ value, place: { path: file } }, context), undefined, file)
  }
})
