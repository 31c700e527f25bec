/** Times as records write them, in epoch milliseconds. Never throws, whatever the value. */
import { parseInstant, toEpochMs, toInstant } from '../../kit/instant.ts'
import { numberOf } from './numbers.ts'

/** Milliseconds in one unit of a number that is a time. */
export const SECONDS = 1000
export const MILLISECONDS = 1
export const NANOSECONDS = 1e-6

/** Above the error of times in seconds as binary fractions, below a microsecond's part of them. */
const ROUNDING_MS = 5e-4

const FIRST_MILLISECOND_TIME = 1e11

/** No time is longer: an ISO text with nine digits below the second, and a zone. */
const MAX_TEXT_LENGTH = 40

/**
 * A number of such units since 1970, or ISO 8601 text: `momentOf('1763089927.25', SECONDS)` → 1763089927250. What lies
 * below a millisecond is cut; 0 for what is no time. Text without a zone is taken as UTC.
 */
export function momentOf(value: unknown, unit: number): number {
  const number = numberOf(value)
  if (number !== undefined) return withinCalendar(wholeMs(number, unit))
  if (typeof value !== 'string' || value.length > MAX_TEXT_LENGTH) return 0
  const instant = parseInstant(value)
  return instant === undefined ? 0 : toEpochMs(instant)
}

/**
 * A time of which only the size says whether it is seconds or milliseconds: seconds have at most ten digits before the point
 * until the year 2286.
 */
export function epochMomentOf(value: unknown): number {
  return momentOf(value, (numberOf(value) ?? 0) < FIRST_MILLISECOND_TIME ? SECONDS : MILLISECONDS)
}

/** The moment that lies a number of seconds behind another: `afterSeconds(1000, '3.004')` → 4004; 0 stays 0. */
export function afterSeconds(startMs: number, seconds: unknown): number {
  return startMs === 0 ? 0 : withinCalendar(startMs + wholeMs(numberOf(seconds) ?? 0, SECONDS))
}

/** Cuts what lies below a millisecond, but not the last digit of `1.001`, which in binary lies just below it. */
function wholeMs(number: number, unit: number): number {
  return Math.floor(number * unit + ROUNDING_MS)
}

/** The same moment if an instant can say it, else 0. */
function withinCalendar(epochMs: number): number {
  return toInstant(epochMs) === undefined ? 0 : epochMs
}
