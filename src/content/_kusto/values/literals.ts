/** Text → values: what stands in queries as a literal, and what rows hold as JSON. @source Kusto, "The datetime data type", "The timespan data type" */
import { parseInstant } from '../../../kit/instant.ts'
import { toDynamic } from './kinds.ts'
import type { Json, KustoInstant, KustoSpan, KustoValue } from './value.ts'

const MS_OF_UNIT: Readonly<Record<string, number>> = {
  d: 86_400_000,
  day: 86_400_000,
  days: 86_400_000,
  h: 3_600_000,
  hr: 3_600_000,
  hour: 3_600_000,
  hours: 3_600_000,
  m: 60_000,
  min: 60_000,
  minute: 60_000,
  minutes: 60_000,
  s: 1000,
  sec: 1000,
  second: 1000,
  seconds: 1000,
  ms: 1,
  milli: 1,
  millis: 1,
  millisecond: 1,
  milliseconds: 1,
  microsecond: 0.001,
  microseconds: 0.001,
  tick: 0.0001,
  ticks: 0.0001,
}

/** `2026-11-14 03:12:00` or ISO 8601 → a moment; null where it is none. A missing zone is UTC. */
export function readInstant(text: string): KustoInstant | null {
  const instant = parseInstant(text.trim())
  return instant === undefined ? null : { kind: 'datetime', ms: Date.parse(instant) }
}

/** `24h`, `1.5d`, `1.02:03:04` → a length of time; null where it is none. */
export function readSpan(text: string): KustoSpan | null {
  const short = /^\s*(-?\d+(?:\.\d+)?)\s*([a-z]+)\s*$/i.exec(text)
  if (short !== null) {
    const unit = MS_OF_UNIT[(short[2] ?? '').toLowerCase()]
    return unit === undefined ? null : { kind: 'timespan', ms: Number(short[1]) * unit }
  }
  const clock = /^\s*(-)?(?:(\d+)\.)?(\d{1,2}):(\d{1,2})(?::(\d{1,2}(?:\.\d+)?))?\s*$/.exec(text)
  if (clock === null) return null
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0'] = clock
  const ms = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60_000 + Number(seconds) * 1000
  return { kind: 'timespan', ms: sign === undefined ? ms : -ms }
}

/** A whole number, as tolong reads it: decimal or hexadecimal; null otherwise. */
export function readLong(text: string): number | null {
  if (/^\s*-?(\d+|0x[0-9a-f]+)\s*$/i.test(text)) return Number(text)
  const real = readReal(text)
  return real === null ? null : Math.trunc(real)
}

/** A number with or without a fraction; null otherwise. */
export function readReal(text: string): number | null {
  return /^\s*-?\d+(\.\d+)?(e[+-]?\d+)?\s*$/i.test(text) ? Number(text) : null
}

/** `true`, `FALSE`, `1`, `0`; null otherwise. */
export function readBool(text: string): boolean | null {
  const word = text.trim().toLowerCase()
  if (word === 'true' || word === '1') return true
  return word === 'false' || word === '0' ? false : null
}

/** JSON of a row as a value of the column's type. What does not fit is null, and of a string column empty. */
export function readCell(cell: unknown, type: string): KustoValue {
  if (type === 'dynamic') return toDynamic(asJson(cell))
  if (cell === null || cell === undefined) return emptyOf(type)
  const text = typeof cell === 'object' ? JSON.stringify(cell) : String(cell)
  if (type === 'datetime') return readInstant(text)
  if (type === 'timespan') return readSpan(text)
  if (type === 'long' || type === 'int') return readLong(text)
  if (type === 'real' || type === 'decimal') return readReal(text)
  return type === 'bool' ? readBool(text) : text
}

/** What stands where nothing does: strings are empty, all else is null. */
export function emptyOf(type: string): KustoValue {
  return type === 'string' || type === 'guid' ? '' : null
}

function asJson(cell: unknown): Json {
  if (cell === null || ['boolean', 'number', 'string'].includes(typeof cell)) return JSON.parse(JSON.stringify(cell))
  return typeof cell === 'object' ? JSON.parse(JSON.stringify(cell)) : null
}

/** JSON text as parse_json reads it: a dynamic of it, or of the text itself where it is no JSON. */
export function readDynamic(text: string): KustoValue {
  if (text === '') return null
  try {
    return toDynamic(JSON.parse(text))
  } catch {
    return toDynamic(text)
  }
}
