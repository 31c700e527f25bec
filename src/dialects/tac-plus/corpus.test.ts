/** Real records, where the corpus is at hand: sessions of people give no facts, and records of other servers are left to others. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import type { ReadContext } from '../contract.ts'
import { dialect } from './index.ts'

const folder = join(
  resolve(process.env['TAPWARDEN_CORPUS'] ?? join(import.meta.dirname, '../../../../shared/corpus')),
  'aaa',
)
const skip = existsSync(folder) ? false : `no corpus at ${folder}`
const context: ReadContext = { realm: 'default', trust: 'authenticated', reference: '2026-11-20T00:00:00.000Z' }

test('exec sessions are heard and irrelevant', { skip }, () => {
  const lines = linesOf('tac_plus-faq-accounting.log')

  assert.equal(lines.length, 4)
  for (const line of lines) {
    assert.equal(dialect.line?.read(line, context)?.outcome, 'irrelevant')
    const heard = dialect.line?.hear(line, context)
    assert.deepEqual(heard?.ref.names, [{ by: 'hostname', value: 'cherub.cisco.com' }])
    assert.equal(heard?.commands, false)
    assert.match(heard?.at ?? '', /^1995-07-13T1[34]:/)
  }
})

for (const file of ['sc4s-cisco_ise.log', 'sc4s-cisco_acs.log', 'sc4s-aruba_clearpass.log', 'tcpdump-radius-v.out']) {
  test(`${file} is not ours`, { skip }, () => {
    for (const line of linesOf(file)) assert.equal(dialect.line?.read(line, context), undefined)
  })
}

function linesOf(file: string) {
  const lines = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n')
  return lines.map((text, index) => ({ text, place: { path: file, line: index + 1 } }))
}
