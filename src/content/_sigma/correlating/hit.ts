/** What a rule found, as correlations count it. */
import type { LogRecord } from '../../../facts/log-content/log-record.ts'
import { type Instant, toEpochMs } from '../../../kit/instant.ts'

/** A record, or an alert of another correlation. */
export interface Hit {
  readonly at: Instant
  /** Which of the correlation's rules found it: its place in `rules`. */
  readonly rule: number
  /** Values of the fields that it is grouped by. */
  readonly group: readonly string[]
  /** The value that is counted or added up; undefined where the record has none. */
  readonly counted: string | undefined
  /** Of an alert: the first of its records. */
  readonly records: readonly LogRecord[]
  /** How many records stand behind it. */
  readonly count: number
}

/** By time; what happened at once by the order of rules, then by where the record stands. */
export function compareHits(a: Hit, b: Hit): number {
  return (
    toEpochMs(a.at) - toEpochMs(b.at) ||
    a.rule - b.rule ||
    compareTexts(placeKey(a.records[0]), placeKey(b.records[0])) ||
    compareTexts(a.counted ?? '', b.counted ?? '')
  )
}

/** Where a record stands, as text that sorts. */
export function placeKey(record: LogRecord | undefined): string {
  if (record === undefined) return ''
  const { path, line = 0, offset = 0 } = record.place
  return `${path}\u0000${String(line).padStart(12, '0')}\u0000${String(offset).padStart(16, '0')}\u0000${record.text}`
}

/** -1, 0 or 1. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
