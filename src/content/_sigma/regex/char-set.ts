/** Sets of UTF-16 code units as ranges: what one place of a regular expression lets through. */

import { type CharSet, MAX_UNIT } from './char-sets.data.ts'

/** All ranges as one set: `[97, 99, 98, 100]` → `[97, 100]`. */
export function unite(ranges: CharSet): CharSet {
  const pairs = toPairs(ranges).sort(([a], [b]) => a - b)
  const united: [number, number][] = []
  for (const [from, to] of pairs) {
    const last = united.at(-1)
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to)
    else united.push([from, to])
  }
  return united.flat()
}

/** Everything that is not in a set. */
export function negate(set: CharSet): CharSet {
  const ends = [-1, ...unite(set), MAX_UNIT + 1]
  const gaps: number[] = []
  for (let at = 0; at < ends.length; at += 2) {
    const from = (ends[at] ?? 0) + 1
    const to = (ends[at + 1] ?? 0) - 1
    if (from <= to) gaps.push(from, to)
  }
  return gaps
}

/** A set with the other case of its letters: all of ASCII, and single letters beyond it. */
export function withBothCases(set: CharSet): CharSet {
  const more = toPairs(set).flatMap(([from, to]) => [
    ...shiftLetters({ from, to, first: 65, by: 32 }),
    ...shiftLetters({ from, to, first: 97, by: -32 }),
    ...(from === to ? otherCases(from) : []),
  ])
  return unite([...set, ...more])
}

/** Whether a code unit is in a set. */
export function contains(set: CharSet, unit: number): boolean {
  for (let at = 0; at < set.length; at += 2) {
    if (unit >= (set[at] ?? 0) && unit <= (set[at + 1] ?? 0)) return true
  }
  return false
}

/** Whether every unit of `inner` is in `outer`. */
export function isWithin(inner: CharSet, outer: CharSet): boolean {
  return toPairs(inner).every(([from, to]) => toPairs(outer).some(([first, last]) => from >= first && to <= last))
}

/** The ranges one by one. */
export function toPairs(set: CharSet): [number, number][] {
  const pairs: [number, number][] = []
  for (let at = 0; at < set.length; at += 2) pairs.push([set[at] ?? 0, set[at + 1] ?? 0])
  return pairs
}

interface LetterShift {
  readonly from: number
  readonly to: number
  /** `A` or `a`. */
  readonly first: number
  readonly by: number
}

function shiftLetters({ from, to, first, by }: LetterShift): number[] {
  const low = Math.max(from, first)
  const high = Math.min(to, first + 25)
  return low <= high ? [low + by, high + by] : []
}

function otherCases(unit: number): number[] {
  const letter = String.fromCharCode(unit)
  return [letter.toLowerCase(), letter.toUpperCase()]
    .filter((other) => other.length === 1)
    .flatMap((other) => [other.charCodeAt(0), other.charCodeAt(0)])
}
