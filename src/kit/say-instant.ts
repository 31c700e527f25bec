/** Times as sentences say them. */
import type { Instant } from './instant.ts'

/** `2026-11-14T03:12:07.000Z` → `2026-11-14 03:12Z`. */
export function sayInstant(instant: Instant): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)}Z`
}

/** A bound that an operator set: midnight is the date that was written (`2026-11-05`), all else a time to the minute. */
export function sayBound(bound: Instant): string {
  return bound.endsWith('T00:00:00.000Z') ? bound.slice(0, 10) : sayInstant(bound)
}
