/** Values of ticket exports: plain text, or an object with what is shown and what is kept. */
import { type Instant, parseInstant } from '../../kit/instant.ts'
import { isObject, type JsonObject } from '../_audit-records/fields.ts'

const MAX_TEXT_LENGTH = 4096

/** Text of a field: `'CHG0030001'`, `{ value: '-1', display_value: 'Implement' }`, `{ name: 'Done' }`; undefined for none. */
export function fieldText(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  if (isObject(value)) {
    for (const member of ['value', 'display_value', 'displayName', 'name', 'key'])
      if (typeof value[member] === 'string' && value[member] !== '') return value[member].slice(0, MAX_TEXT_LENGTH)
    return undefined
  }
  if (typeof value !== 'string') return undefined
  const text = value.slice(0, MAX_TEXT_LENGTH).trim()
  return text === '' ? undefined : text
}

/** A field by any of its names, compared without case, blanks and underscores: `Planned start date` is `planned_start_date`. */
export function fieldOf(record: JsonObject, names: readonly string[]): unknown {
  const wanted = names.map(plainName)
  let best: { readonly rank: number; readonly value: unknown } | undefined
  for (const [name, value] of Object.entries(record)) {
    const rank = wanted.indexOf(plainName(name))
    if (rank !== -1 && (best === undefined || rank < best.rank)) best = { rank, value }
  }
  return best?.value
}

function plainName(name: string): string {
  return name
    .slice(0, 128)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
}

/** A time in ISO 8601, or `2026-11-14 02:00:00` in UTC; undefined for anything else. */
export function fieldTime(value: unknown): Instant | undefined {
  const text = fieldText(value)
  return text === undefined || text.length > 40
    ? undefined
    : parseInstant(text.replace(/^(\d{4}-\d{2}-\d{2}) (\d)/, '$1T$2'))
}

/** Names in a list or in one text, separated by commas, semicolons, bars or line ends. */
export function fieldNames(value: unknown): readonly string[] {
  const parts = Array.isArray(value) ? value.map(fieldText) : (fieldText(value)?.split(/[,;|\n]/) ?? [])
  return [...new Set(parts.flatMap((part) => (part === undefined || part.trim() === '' ? [] : [part.trim()])))]
}
