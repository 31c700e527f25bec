/** What is in a window that moves over hits: each comes in once and goes out once. */

import type { SigmaCorrelation } from '../documents.ts'
import { toNumber } from '../matching/value-test.ts'
import type { CorrelationBound } from '../model/correlation.ts'
import type { Hit } from './hit.ts'

/** Counts of the hits that are inside. */
export class Tally {
  #hits = 0
  readonly #values = new Map<string, number>()
  readonly #rules = new Map<number, number>()

  move(hit: Hit, by: 1 | -1): void {
    this.#hits += by * hit.count
    shift(this.#rules, hit.rule, by)
    if (hit.counted !== undefined) shift(this.#values, hit.counted, by)
  }

  get hits(): number {
    return this.#hits
  }

  get differentValues(): number {
    return this.#values.size
  }

  get differentRules(): number {
    return this.#rules.size
  }

  /** Counted values that are numbers, in order. */
  numbers(): readonly number[] {
    const found = [...this.#values].flatMap(([text, times]) => {
      const number = toNumber(text)
      return number === undefined ? [] : Array.from({ length: times }, () => number)
    })
    return found.sort((a, b) => a - b)
  }
}

function shift<K>(counts: Map<K, number>, key: K, by: number): void {
  const count = (counts.get(key) ?? 0) + by
  if (count === 0) counts.delete(key)
  else counts.set(key, count)
}

/** Whether a window is what a correlation looks for. `window` is what the tally holds, in order. */
export function isSatisfied(correlation: SigmaCorrelation, tally: Tally, window: () => readonly Hit[]): boolean {
  const { type, rules, bounds } = correlation
  if (type === 'temporal') return holdsRules(bounds, tally.differentRules, rules.length)
  if (type === 'temporal_ordered') {
    // The longest run in order is never longer than the number of rules that are there at all.
    if (bounds.length === 0 && tally.differentRules < rules.length) return false
    return holdsRules(bounds, longestInOrder(window(), rules.length), rules.length)
  }
  const measured = measure(correlation, tally)
  return measured !== undefined && bounds.every((bound) => holds(bound, measured))
}

/** Without a condition all rules must be there. */
function holdsRules(bounds: readonly CorrelationBound[], found: number, all: number): boolean {
  return bounds.length === 0 ? found === all : bounds.every((bound) => holds(bound, found))
}

/** How many rules were hit in the order in which they are named, at best. */
function longestInOrder(window: readonly Hit[], rules: number): number {
  const best: number[] = Array.from({ length: rules }, () => 0)
  for (const { rule } of window) best[rule] = Math.max(best[rule] ?? 0, 1 + Math.max(0, ...best.slice(0, rule)))
  return Math.max(0, ...best)
}

/** Undefined where there is nothing to measure. */
function measure({ type, percentile }: SigmaCorrelation, tally: Tally): number | undefined {
  if (type === 'event_count') return tally.hits
  if (type === 'value_count') return tally.differentValues
  const numbers = tally.numbers()
  if (numbers.length === 0) return undefined
  const sum = numbers.reduce((total, number) => total + number, 0)
  if (type === 'value_sum') return sum
  if (type === 'value_avg') return sum / numbers.length
  // Nearest rank: the smallest value that so many per cent of all values do not exceed.
  const rank = Math.ceil((Math.min(100, Math.max(0, percentile)) / 100) * numbers.length)
  return numbers[Math.max(1, rank) - 1]
}

function holds({ operator, value }: CorrelationBound, measured: number): boolean {
  if (operator === 'gt') return measured > value
  if (operator === 'gte') return measured >= value
  if (operator === 'lt') return measured < value
  if (operator === 'lte') return measured <= value
  return (measured === value) === (operator === 'eq')
}
