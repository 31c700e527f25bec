/** Times as sentences say them: absolute, in UTC, to the minute. */
import { HOUR_MS, MINUTE_MS } from '../../kit/durations.ts'
import type { Instant } from '../../kit/instant.ts'
import { sayBound, sayInstant } from '../../kit/say-instant.ts'

/** `2026-11-14 03:12Z`; `an unknown time` where no record says one. */
export function sayTime(instant: Instant | undefined): string {
  return instant === undefined ? 'an unknown time' : sayInstant(instant)
}

/** Puts every instant within a text into words: `until 2026-11-12T08:00:00.000Z` → `until 2026-11-12 08:00Z`. */
export function sayInstantsIn(text: string): string {
  return text.replaceAll(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/g, sayBound)
}

/** A length of time beside two absolute ones: `42 s`, `12 min`, `3 h 5 min`. Whole units, never rounded up. */
export function sayDuration(durationMs: number): string {
  if (durationMs < MINUTE_MS) return `${Math.floor(durationMs / 1000)} s`
  const hours = Math.floor(durationMs / HOUR_MS)
  const minutes = Math.floor((durationMs % HOUR_MS) / MINUTE_MS)
  if (hours === 0) return `${minutes} min`
  return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`
}
