/** Seeded randomness, so that every proof can be repeated exactly. */

/** A source of numbers from 0 up to 1: mulberry32. The same seed gives the same numbers on every machine. */
export type Random = () => number

/** @source mulberry32, a public-domain 32-bit generator. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A whole number from 0 up to, not including, `below`. */
export function below(random: Random, bound: number): number {
  return Math.floor(random() * bound)
}

/** A shuffled copy. */
export function shuffled<T>(random: Random, items: readonly T[]): readonly T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}
