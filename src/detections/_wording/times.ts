/** Times as sentences say them: absolute, in UTC, to the minute. */
import { HOUR_MS, type Instant, MINUTE_MS, parseInstant } from '../../kit/instant.ts'

/** `2026-11-14T03:12:07.000Z` → `2026-11-14 03:12Z`; `an unknown time` without one. */
export function sayInstant(instant: Instant | undefined): string {
  return instant === undefined ? 'an unknown time' : `${instant.slice(0, 10)} ${instant.slice(11, 16)}Z`
}

/** A time as an operator wrote it: a bare date stays a date (`2026-11-05`), all else becomes UTC to the minute. */
export function sayWritten(time: string): string {
  const instant = parseInstant(time)
  return time.length === 10 || instant === undefined ? time : sayInstant(instant)
}

/** A length of time beside two absolute ones: `42 s`, `12 min`, `3 h 5 min`. Whole units, never rounded up. */
export function sayDuration(durationMs: number): string {
  if (durationMs < MINUTE_MS) return `${Math.floor(durationMs / 1000)} s`
  const hours = Math.floor(durationMs / HOUR_MS)
  const minutes = Math.floor((durationMs % HOUR_MS) / MINUTE_MS)
  if (hours === 0) return `${minutes} min`
  return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`
}
