/** `--since` as people type it. */
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../kit/durations.ts'
import { type Instant, parseInstant, shiftInstant } from '../../../kit/instant.ts'
import { badSince } from './errors.ts'

const UNITS_MS: Readonly<Record<string, number>> = { m: MINUTE_MS, h: HOUR_MS, d: DAY_MS }

/** `24h` before `now`, or the time itself. Throws `TW_CLI_SINCE`. */
export function readSince(text: string, now: Instant): Instant {
  const [, count, unit] = /^(\d{1,5})([mhd])$/.exec(text) ?? []
  if (count !== undefined && unit !== undefined) return shiftInstant(now, -Number(count) * (UNITS_MS[unit] ?? 0))
  const instant = parseInstant(text)
  if (instant === undefined) throw badSince(text)
  return instant
}
