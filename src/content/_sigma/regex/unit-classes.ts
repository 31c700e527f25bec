/** Code units that no set of an expression tells apart are one class: the automaton has a way for each class, not for each unit. */
import { type CharSet, MAX_UNIT } from './char-sets.data.ts'

/** Classes by number from 0. */
export interface UnitClasses {
  classOf(unit: number): number
  /** Some unit of a class. */
  sample(unitClass: number): number
}

/** The classes of all sets together. */
export function createUnitClasses(sets: readonly CharSet[]): UnitClasses {
  const starts = new Set<number>([0])
  for (const set of sets) {
    for (let at = 0; at < set.length; at += 2) {
      starts.add(set[at] ?? 0)
      if ((set[at + 1] ?? 0) < MAX_UNIT) starts.add((set[at + 1] ?? 0) + 1)
    }
  }
  const sorted = [...starts].sort((a, b) => a - b)
  // Nearly all of a log is ASCII; the rest is searched for.
  const ascii = Uint16Array.from({ length: 128 }, (_, unit) => search(sorted, unit))
  return {
    classOf: (unit) => ascii[unit] ?? search(sorted, unit),
    sample: (unitClass) => sorted[unitClass] ?? 0,
  }
}

/** The last start that is not behind `unit`. */
function search(starts: readonly number[], unit: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= unit) low = middle
    else high = middle - 1
  }
  return low
}
