import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { HOSTILE, withHostileTexts } from '../_testing/hostile.ts'
import { testCases, testReports } from '../_testing/reports.ts'
import { COLUMNS } from './columns.ts'
import { sink } from './index.ts'

testCases(sink, import.meta.dirname)

/** RFC 4180 read back: rows of cells. */
function parse(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === '\r\n') rows.push([])
  }
  assert.deepEqual(rows.pop(), [])
  return rows
}

for (const [name, report] of testReports())
  test(`${name} has one row for each finding and no formula, whatever evidence says`, () => {
    for (const offset of HOSTILE.keys()) {
      const [head, ...rows] = parse(sink.render(withHostileTexts(report, offset), { version: '0.1.0' }))
      assert.deepEqual(
        head,
        COLUMNS.map(({ name: column }) => column),
      )
      assert.equal(rows.length, report.findings.length)
      for (const row of rows) {
        assert.equal(row.length, COLUMNS.length)
        for (const cell of row) assert.doesNotMatch(cell, /^\s*[=+\-@]|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/)
      }
    }
  })

test('every column is explained, in order', () => {
  const page = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8')
  const rows = page.split('\n').filter((line) => line.startsWith('| `'))
  const named = rows.flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, column]) => column))
  assert.deepEqual(
    named,
    COLUMNS.map(({ name }) => name),
  )
})
