/** Real messages, where the corpus is at hand: of end systems and of the server itself, so that none gives a fact. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { toLines } from '../_aaa/_testing/record-cases.ts'
import type { ReadContext } from '../contract.ts'
import { dialect } from './index.ts'

const folder = join(
  resolve(process.env['TAPWARDEN_CORPUS'] ?? join(import.meta.dirname, '../../../../shared/corpus')),
  'aaa',
)
const skip = existsSync(folder) ? false : `no corpus at ${folder}`
const context: ReadContext = { realm: 'default', trust: 'authenticated', reference: '2026-11-20T00:00:00.000Z' }

test('every line is read, and none is about a mirror or a login to a device', { skip }, () => {
  const records = toLines(readFileSync(join(folder, 'sc4s-aruba_clearpass.log'), 'utf8'))

  assert.deepEqual(
    records.map((record) => dialect.line?.read(record, context)?.outcome),
    Array.from({ length: 9 }, () => 'irrelevant'),
  )
})

for (const file of [
  'tac_plus-faq-accounting.log',
  'sc4s-cisco_ise.log',
  'sc4s-cisco_acs.log',
  'tcpdump-radius-v.out',
]) {
  test(`${file} is not ours`, { skip }, () => {
    for (const record of toLines(readFileSync(join(folder, file), 'utf8')))
      assert.equal(dialect.line?.read(record, context), undefined)
  })
}
