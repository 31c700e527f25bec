import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { CopyRow } from '../_pages/pictures/copies.ts'
import { placeDestinations } from './place-destinations.ts'

function rows(destinations: readonly string[]): readonly CopyRow[] {
  return destinations.map((destination) => ({
    subject: 'edge-rtr-1',
    sources: 'Ethernet1',
    carrier: '',
    destination,
    verdict: 'approved',
    count: 1,
    bytesAtLeast: 0,
    isIdle: false,
  }))
}

test('a destination stands in the middle of its rows', () => {
  const placed = placeDestinations(rows(['a', 'b', 'b', 'b', 'c']))
  assert.deepEqual(
    [...placed].map(([name, { line }]) => [name, line]),
    [
      ['a', 0],
      ['b', 2],
      ['c', 4],
    ],
  )
})

test('no two share a line, and none leaves the picture', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { maxLength: 40 }), (destinations) => {
      const lines = [...placeDestinations(rows(destinations)).values()].map(({ line }) => line)
      for (const [index, line] of lines.entries()) {
        assert.ok(index === 0 || line - (lines[index - 1] ?? 0) >= 1)
        assert.ok(line >= 0 && line <= destinations.length - 1)
      }
    }),
  )
})
