/** One value of a rule, made ready to be held against a value of a record. */
import { type IpNetwork, networkContains } from '../../../kit/ip-network.ts'
import type { Regex } from '../regex/regex.ts'
import { type DatePart, datePart } from './date-part.ts'
import { matchPattern, type Pattern } from './pattern.ts'

/** How numbers are compared. */
export type Comparison = 'eq' | 'lt' | 'lte' | 'gt' | 'gte'

/** What must be true of one value of a field. `present` and `reference` look at the whole record. */
export type ValueTest =
  | { readonly kind: 'text'; readonly pattern: Pattern; readonly cased: boolean }
  | { readonly kind: 'regex'; readonly regex: Regex }
  | { readonly kind: 'number'; readonly comparison: Comparison; readonly value: number; readonly part?: DatePart }
  | { readonly kind: 'network'; readonly network: IpNetwork }
  | { readonly kind: 'null' }
  | { readonly kind: 'present'; readonly expected: boolean }
  | { readonly kind: 'reference'; readonly field: string; readonly place: 'whole' | 'start' | 'end' | 'anywhere' }

/** A scalar of a record as text: `true`, `4624`; undefined for objects and null. */
export function scalarText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint'
    ? String(value)
    : undefined
}

/** Whether one value passes a test that needs no more than the value. */
export function matchValue(test: ValueTest, value: unknown): boolean {
  const text = scalarText(value)
  if (text === undefined) return false
  if (test.kind === 'text') return matchPattern(test.pattern, text, test.cased)
  if (test.kind === 'regex') return test.regex.test(text)
  if (test.kind === 'network') return networkContains(test.network, text)
  if (test.kind !== 'number') return false
  const number = test.part === undefined ? toNumber(text) : datePart(text, test.part)
  return number !== undefined && compare(number, test.comparison, test.value)
}

/** `' 12 '` → 12; undefined for what is no finite number. */
export function toNumber(text: string): number | undefined {
  const number = text.trim() === '' ? Number.NaN : Number(text)
  return Number.isFinite(number) ? number : undefined
}

function compare(number: number, comparison: Comparison, bound: number): boolean {
  if (comparison === 'lt') return number < bound
  if (comparison === 'lte') return number <= bound
  if (comparison === 'gt') return number > bound
  if (comparison === 'gte') return number >= bound
  return number === bound
}
