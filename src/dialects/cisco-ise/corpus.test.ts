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

/** For each file its lines, and the devices that are heard in them. */
const FILES = {
  'sc4s-cisco_ise.log': { lines: 15, heard: ['10.6.64.15', '10.0.0.3'] },
  'sc4s-cisco_acs.log': { lines: 5, heard: [] },
} as const

for (const [file, { lines, heard }] of Object.entries(FILES)) {
  test(`${file}: every line is read, and none is about a mirror or a login to a device`, { skip }, () => {
    const records = toLines(readFileSync(join(folder, file), 'utf8'))

    const outcomes = records.map((record) => dialect.line?.read(record, context)?.outcome)
    const names = records.flatMap((record) => dialect.line?.hear(record, context)?.ref.names[0]?.value ?? [])

    assert.deepEqual(
      outcomes,
      Array.from({ length: lines }, () => 'irrelevant'),
    )
    assert.deepEqual(names, heard)
  })
}

for (const file of ['tac_plus-faq-accounting.log', 'sc4s-aruba_clearpass.log', 'tcpdump-radius-v.out']) {
  test(`${file} is not ours`, { skip }, () => {
    for (const record of toLines(readFileSync(join(folder, file), 'utf8')))
      assert.equal(dialect.line?.read(record, context), undefined)
  })
}
