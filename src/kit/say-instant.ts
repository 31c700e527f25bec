/** Times as sentences say them. */
import type { Instant } from './instant.ts'

/** `2026-11-14T03:12:07.000Z` → `2026-11-14 03:12Z`. */
export function sayInstant(instant: Instant): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)}Z`
}
