/** One number out of a date in a record. Times without a zone are taken as UTC. */
import { parseInstant } from '../../../kit/instant.ts'

/** @source Sigma modifiers appendix 2.1.0, "Time Modifiers" */
export const DATE_PARTS = ['minute', 'hour', 'day', 'week', 'month', 'year'] as const
/** One of {@link DATE_PARTS}. */
export type DatePart = (typeof DATE_PARTS)[number]

const DAY_MS = 86_400_000

/** `datePart('2026-11-14T03:12:07Z', 'hour')` → 3; undefined for what is no date. */
export function datePart(text: string, part: DatePart): number | undefined {
  const instant = parseInstant(text)
  if (instant === undefined) return undefined
  const date = new Date(instant)
  if (part === 'minute') return date.getUTCMinutes()
  if (part === 'hour') return date.getUTCHours()
  if (part === 'day') return date.getUTCDate()
  if (part === 'month') return date.getUTCMonth() + 1
  return part === 'year' ? date.getUTCFullYear() : isoWeek(date)
}

/** The week in which the Thursday of a day's week lies. @source ISO 8601:2019, 5.2.3 */
function isoWeek(date: Date): number {
  const weekday = (date.getUTCDay() + 6) % 7
  const thursday = new Date(date.getTime() + (3 - weekday) * DAY_MS)
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  return 1 + Math.floor((thursday.getTime() - newYear) / (7 * DAY_MS))
}
