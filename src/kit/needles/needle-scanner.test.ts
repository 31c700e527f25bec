import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { createNeedleScanner } from './needle-scanner.ts'

/** The slow truth: every line by itself, folded, asked for every needle. */
function naiveHits(bytes: Uint8Array, needles: readonly string[]): readonly number[] {
  const lines = Buffer.from(bytes).toString('latin1').split('\n')
  const hits = lines.map((line) => needles.some((needle) => foldAscii(line).includes(needle)))
  return hits.flatMap((hit, index) => (hit ? [index] : []))
}

function foldAscii(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

/** The lines (from 0) that a scanner finds, going on behind the line of each hit. */
function scannedHits(bytes: Uint8Array, needles: readonly string[], from = 0): readonly number[] {
  const scanner = createNeedleScanner(needles)
  const hits: number[] = []
  let line = 0
  let at = from
  for (;;) {
    const found = scanner.find(bytes, at, bytes.length)
    line += scanner.newlines
    if (found === -1) break
    hits.push(line)
    const end = bytes.indexOf(10, found)
    if (end === -1) break
    line += 1
    at = end + 1
  }
  return hits
}

const word = fc.stringMatching(/^[a-c=_]{3,9}$/)
const anyWords = fc.uniqueArray(word, { minLength: 1, maxLength: 12 })
/** Few letters, so that words, near misses and overlaps are frequent. */
const crowded = fc
  .array(fc.constantFrom(...Buffer.from('abcABC=_@`\n')), { maxLength: 400 })
  .map((all) => Uint8Array.from(all))

describe('createNeedleScanner', () => {
  it('finds the same lines as a naive search in crowded text', () => {
    fc.assert(
      fc.property(crowded, anyWords, (bytes, needles) => {
        assert.deepEqual(scannedHits(bytes, needles), naiveHits(bytes, needles))
      }),
      { numRuns: 2000 },
    )
  })

  it('finds the same lines as a naive search in any bytes with words spliced in', () => {
    const spliced = fc.array(
      fc.oneof(
        fc.uint8Array({ maxLength: 40 }),
        word.map((text) => Buffer.from(text.toUpperCase())),
      ),
    )
    fc.assert(
      fc.property(spliced, anyWords, (pieces, needles) => {
        const bytes = Buffer.concat(pieces)
        assert.deepEqual(scannedHits(bytes, needles), naiveHits(bytes, needles))
      }),
      { numRuns: 2000 },
    )
  })

  it('gives the same answer wherever the bytes lie in their buffer', () => {
    fc.assert(
      fc.property(crowded, anyWords, fc.nat({ max: 9 }), (bytes, needles, shift) => {
        const moved = new Uint8Array(new ArrayBuffer(bytes.length + shift + 3), shift, bytes.length)
        moved.set(bytes)
        assert.deepEqual(scannedHits(moved, needles), naiveHits(bytes, needles))
      }),
    )
  })

  it('keeps to its range and counts the line feeds in it', () => {
    fc.assert(
      fc.property(crowded, anyWords, fc.tuple(fc.nat(400), fc.nat(400)), (bytes, needles, [a, b]) => {
        const [from, to] = [Math.min(a, b, bytes.length), Math.min(Math.max(a, b), bytes.length)]
        const scanner = createNeedleScanner(needles)
        const found = scanner.find(bytes, from, to)
        const range = bytes.subarray(from, to)
        const passed = bytes.subarray(from, found === -1 ? to : found)
        const first = naiveHits(range, needles)[0]
        assert.equal(found === -1, first === undefined)
        assert.equal(scanner.newlines, passed.filter((byte) => byte === 10).length)
        if (first !== undefined) assert.equal(scanner.newlines, first)
      }),
      { numRuns: 2000 },
    )
  })

  it('folds ASCII letters only', () => {
    const scanner = createNeedleScanner(['Mon@x', 'été'])
    const find = (text: string): number => scanner.find(Buffer.from(text), 0, Buffer.byteLength(text))

    assert.equal(find('..mON@X'), 2)
    assert.equal(find('mon`x'), -1)
    assert.equal(find('été'), 0)
    assert.equal(find('ÉTÉ'), -1)
  })

  it('never matches without needles, and still counts lines', () => {
    const scanner = createNeedleScanner([])

    assert.equal(scanner.find(Buffer.from('a\nb\n\n'), 0, 5), -1)
    assert.equal(scanner.newlines, 3)
  })

  it('refuses needles that it could miss', () => {
    assert.throws(() => createNeedleScanner(['ab']), RangeError)
    assert.throws(() => createNeedleScanner(['a\nbc']), RangeError)
  })
})
