/** Points in time as ISO 8601 text in UTC with milliseconds, which sort as text. */

/** `2026-11-14T03:12:07.000Z`. Always UTC, always 24 characters, so text order is time order. */
export type Instant = string

/** Epoch milliseconds → {@link Instant}; undefined outside the years 1970 to 9999, where the text form would change its length. */
export function toInstant(epochMs: number): Instant | undefined {
  if (!Number.isFinite(epochMs) || epochMs < 0 || epochMs > 253_402_300_799_999) return undefined
  return new Date(epochMs).toISOString()
}

/** {@link Instant} → epoch milliseconds. */
export function toEpochMs(instant: Instant): number {
  return Date.parse(instant)
}

/**
 * Reads any ISO 8601 text (`2026-11-14`, `2026-11-14 03:12:07`, `…+02:00`); a missing zone is UTC, digits below a
 * millisecond are cut. Undefined when it is no time or no day of the calendar (`2026-02-30`). Never throws.
 */
export function parseInstant(text: string): Instant | undefined {
  const found = ISO_TIME.exec(text.trim())
  if (found === null) return undefined
  const [, day = '', minutes = '00:00', seconds = ':00', zone = 'Z'] = found
  if (!isCalendarDay(day)) return undefined
  return toInstant(Date.parse(`${day}T${minutes}${seconds.slice(0, ':07.123'.length)}${zone.toUpperCase()}`))
}

const ISO_TIME = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i

/** `Date.parse` takes a day that the month does not have for one of the next month. */
function isCalendarDay(day: string): boolean {
  return toInstant(Date.parse(day))?.startsWith(day) === true
}

/** The same instant moved by milliseconds; stays put at the ends of what an {@link Instant} can say. */
export function shiftInstant(instant: Instant, byMs: number): Instant {
  return toInstant(toEpochMs(instant) + byMs) ?? instant
}

/** How far `later` is after `earlier`, in milliseconds (negative when it is before). */
export function gapMs(earlier: Instant, later: Instant): number {
  return toEpochMs(later) - toEpochMs(earlier)
}
