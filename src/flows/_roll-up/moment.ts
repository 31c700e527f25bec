/** When a row was: by the record, else by the capture. */
import type { FactTime } from '../../facts/schema-parts.ts'
import { HOUR_MS } from '../../kit/durations.ts'
import { toInstant } from '../../kit/instant.ts'
import type { FlowRow } from '../_row/flow-row.ts'

/** The last moment that an instant can say: the end of the year 9999. */
const LAST_MS = 253_402_300_799_999

/** Epoch milliseconds at which a row ended, else began, else was received; 0 where nobody dated it. */
export function momentOf({ endMs, startMs }: FlowRow, receivedMs: number): number {
  if (endMs > 0 && endMs <= LAST_MS) return endMs
  if (startMs > 0 && startMs <= LAST_MS) return startMs
  return receivedMs > 0 && receivedMs <= LAST_MS ? receivedMs : 0
}

/** Who dated a row: `record`, the capture (`relay`), or nobody (`none`). */
export function datedBy(row: FlowRow, receivedMs: number): 'record' | 'relay' | 'none' {
  if (momentOf(row, 0) > 0) return 'record'
  return momentOf(row, receivedMs) > 0 ? 'relay' : 'none'
}

/** The time of a fact; of rows that nobody dated the reference stands in for year and zone. */
export function factTime(atMs: number, basis: 'record' | 'relay' | 'none'): FactTime {
  const at = instantOf(atMs)
  return basis === 'none' ? { at, basis, inferred: ['year', 'zone'] } : { at, basis }
}

/** The beginning of the hour that a moment is in. */
export function hourOf(ms: number): number {
  return Math.floor(ms / HOUR_MS) * HOUR_MS
}

/** The instant of a moment that {@link momentOf} gave. */
export function instantOf(ms: number): string {
  return toInstant(ms) ?? ''
}
