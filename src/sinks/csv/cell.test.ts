import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { toCell } from './cell.ts'

const CELLS: readonly (readonly [text: string, cell: string])[] = [
  ['edge-rtr-1', 'edge-rtr-1'],
  ['a,b', '"a,b"'],
  ['a "b"', '"a ""b"""'],
  ['two\nlines', '"two\nlines"'],
  ['=cmd|calc!A1', "'=cmd|calc!A1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  [' =1', "' =1"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\ufffd=1"],
  ['\uff1d1', "'\uff1d1"],
  ['=1,"2"', `"'=1,""2"""`],
  ['a=b', 'a=b'],
  ['', ''],
]

for (const [text, cell] of CELLS)
  test(`${JSON.stringify(text)} is written as ${JSON.stringify(cell)}`, () => assert.equal(toCell(text), cell))

test('no text begins a formula or leaves its field', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const cell = toCell(text)
      const inner = cell.startsWith('"') ? cell.slice(1, -1) : cell
      assert.doesNotMatch(inner, /^\s*[=+\-@]/)
      assert.doesNotMatch(inner.replaceAll('""', ''), cell.startsWith('"') ? /"/ : /[",\r\n]/)
    }),
  )
})
