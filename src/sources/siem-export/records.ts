/** Members of exported records, in the ways that platforms spell them. */
import { parseExactJson } from '../../kit/exact-json.ts'

/** One exported row or document. */
export type ExportRecord = Readonly<Record<string, unknown>>

/** Numbers that would lose digits as floating point. */
const DELICATE_NUMBER = /\d{16}|\d[.eE]/

/** The object that a text spells, with the digits of its numbers; undefined for any other text. */
export function parseObject(text: string): ExportRecord | undefined {
  try {
    const value: unknown = DELICATE_NUMBER.test(text) ? parseExactJson(text) : JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Whether a value has members: no list, no null. */
export function isObject(value: unknown): value is ExportRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value when it has members, else a record without any. */
export function asObject(value: unknown): ExportRecord {
  return isObject(value) ? value : {}
}

/**
 * A member by its path, nested or with dots in its name, alone or as the one of a list: `event.original` of
 * `{ event: { original } }`, `{ 'event.original': … }` and `{ 'event.original': [ … ] }`. Undefined when absent or empty; tables write
 * `-` for what is absent.
 */
export function memberAt(record: ExportRecord, path: string): unknown {
  const [first = '', ...rest] = path.split('.')
  const value = record[path] ?? (rest.length === 0 ? undefined : asObject(record[first])[rest.join('.')])
  const [only, ...others] = Array.isArray(value) ? value : [value]
  if (others.length > 0) return value
  return only === '' || only === '-' || only === null ? undefined : only
}

/** The same member when it is text. */
export function textAt(record: ExportRecord, path: string): string | undefined {
  const value = memberAt(record, path)
  return typeof value === 'string' ? value : undefined
}
