/** Lists of numbers and ranges as devices write them: VLANs, ports, session ids. */

/** More values than this in one list are refused: VLAN ids end at 4094, and memory has an end. */
export const MAX_RANGE_VALUES = 4096

/** Values in the order written, or why there are none. */
export type IntegerRanges =
  | { readonly values: readonly number[]; readonly problem?: undefined }
  | { readonly values: readonly []; readonly problem: 'syntax' | 'too-many' }

/**
 * Reads `10 , 20 - 22` → 10, 20, 21, 22. Blanks do not matter, repeated values count once.
 * Never throws; a descending range or other text is `syntax`, more than {@link MAX_RANGE_VALUES} values are `too-many`.
 */
export function parseIntegerRanges(text: string): IntegerRanges {
  const values = new Set<number>()
  for (const item of text.split(',')) {
    const [, first, last = first] = /^\s*(\d{1,15})(?:\s*-\s*(\d{1,15}))?\s*$/.exec(item) ?? []
    if (first === undefined || last === undefined || Number(last) < Number(first))
      return { values: [], problem: 'syntax' }
    if (Number(last) - Number(first) >= MAX_RANGE_VALUES) return { values: [], problem: 'too-many' }
    for (let value = Number(first); value <= Number(last); value++) values.add(value)
    if (values.size > MAX_RANGE_VALUES) return { values: [], problem: 'too-many' }
  }
  return { values: [...values] }
}

/** The shortest list that says the same: 22, 10, 20, 21 → `10,20-22`. Ascending, without blanks. */
export function formatIntegerRanges(values: readonly number[]): string {
  const runs: { first: number; last: number }[] = []
  for (const value of [...new Set(values)].sort((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run !== undefined && value === run.last + 1) run.last = value
    else runs.push({ first: value, last: value })
  }
  return runs.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(',')
}
