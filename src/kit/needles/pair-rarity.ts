/** Chooses which two pairs of a word a scanner looks for: those that ordinary evidence holds least often. */
import { ordinaryText } from './needle-scanner.data.ts'

/** A word and where in it the three bytes start whose two pairs are looked for. */
export interface RarestPairs {
  readonly word: Uint8Array
  readonly offset: number
}

/** For each word (lower case, 3 bytes or more) its rarest three bytes in a row; pairs chosen before cost nothing. */
export function rarestPairs(words: readonly Uint8Array[]): readonly RarestPairs[] {
  const counts = countPairs(Buffer.from(ordinaryText.toLowerCase()))
  const chosen = new Set<number>()
  const cost = (word: Uint8Array, at: number): number => {
    const pair = pairAt(word, at)
    return chosen.has(pair) ? 0 : 1 + (counts.get(pair) ?? 0)
  }
  return words.map((word) => {
    const offsets = Array.from({ length: word.length - 2 }, (_, offset) => offset)
    const costs = offsets.map((offset) => cost(word, offset) + cost(word, offset + 1))
    const offset = costs.indexOf(Math.min(...costs))
    chosen.add(pairAt(word, offset)).add(pairAt(word, offset + 1))
    return { word, offset }
  })
}

function countPairs(text: Uint8Array): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = pairAt(text, at)
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return counts
}

function pairAt(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)
}
