/** Times as log lines write them, often without year or zone, and the instants they stand for. */
import { DAY_MS, MINUTE_MS } from '../../kit/durations.ts'
import { type Instant, shiftInstant, toEpochMs, toInstant } from '../../kit/instant.ts'
import { AMBIGUOUS_ZONE_OFFSET_MINUTES, ZONE_OFFSET_MINUTES } from './zone-offsets.data.ts'

/** `Oct 19 2024 13:40:06.358 CEST`, taken apart. `clock` is `13:40:06.358`; a fraction finer than milliseconds is cut. */
export interface WrittenTime {
  readonly year: number | undefined
  /** 1 to 12. */
  readonly month: number
  readonly day: number
  readonly clock: string
  readonly zone: string | undefined
}

/** What the record left out and the reader supplied. */
export type Inferred = 'year' | 'zone'

/** The instant, if there is such a day, and what had to be inferred for it. */
export interface ResolvedTime {
  readonly at: Instant | undefined
  readonly inferred: readonly Inferred[]
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** 29 February comes back after eight years at the latest. */
const MAX_YEARS_BACK = 8

/** Zones differ by quarters of an hour. */
const ZONE_STEP_MS = 15 * MINUTE_MS
/** How near to a multiple of it a difference must be to look like a zone. */
const ZONE_STEP_TOLERANCE_MS = 90_000

/**
 * Whether two clocks are so far apart (milliseconds) that an untold zone explains it better than a clock that is off: an hour,
 * or 5 h 45 min, but not 37 minutes.
 */
export function looksLikeZone(apartMs: number): boolean {
  const beside = apartMs % ZONE_STEP_MS
  return (
    apartMs > ZONE_STEP_MS - ZONE_STEP_TOLERANCE_MS &&
    (beside < ZONE_STEP_TOLERANCE_MS || beside > ZONE_STEP_MS - ZONE_STEP_TOLERANCE_MS)
  )
}

/** `Oct`, `October` → 10; undefined for other words. */
export function readMonth(name: string): number | undefined {
  const at = MONTHS.indexOf(name.slice(0, 3).toLowerCase())
  return at === -1 ? undefined : at + 1
}

/**
 * The instant of a written time. A missing year is the newest one that does not put the time more than a day after
 * `reference`; a missing, unknown or ambiguous zone is UTC or the commonest one, and `inferred` says so. Never throws.
 */
export function resolveTime(written: WrittenTime, reference: Instant): ResolvedTime {
  const zone = readZone(written.zone)
  const inferred: Inferred[] = [
    ...(written.year === undefined ? ['year' as const] : []),
    ...(zone.inferred ? ['zone' as const] : []),
  ]
  if (written.year !== undefined) return { at: instantIn(written.year, written, zone.minutes), inferred }
  const latest = shiftInstant(reference, DAY_MS)
  const newest = Number(latest.slice(0, 4))
  for (let year = newest; year >= newest - MAX_YEARS_BACK; year--) {
    const at = instantIn(year, written, zone.minutes)
    if (at !== undefined && toEpochMs(at) <= toEpochMs(latest)) return { at, inferred }
  }
  return { at: undefined, inferred }
}

function instantIn(year: number, { month, day, clock }: WrittenTime, zoneMinutes: number): Instant | undefined {
  const [, hours, minutes, seconds, fraction = ''] = /^(\d{1,2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?$/.exec(clock) ?? []
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 60) return undefined
  const atMs = Date.UTC(
    year,
    month - 1,
    day,
    Number(hours),
    Number(minutes),
    Number(seconds),
    Number(fraction.padEnd(3, '0').slice(0, 3)),
  )
  // A day that its month does not have would roll over into the next one.
  if (new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day) return undefined
  return toInstant(atMs - zoneMinutes * 60_000)
}

/** Whether a word is a time zone abbreviation of the table, in upper case as devices write it. */
export function isKnownZone(word: string): boolean {
  return Object.hasOwn(ZONE_OFFSET_MINUTES, word) || Object.hasOwn(AMBIGUOUS_ZONE_OFFSET_MINUTES, word)
}

function readZone(zone: string | undefined): { readonly minutes: number; readonly inferred: boolean } {
  if (zone === undefined) return { minutes: 0, inferred: true }
  const [, sign, hours, minutes = '0'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? []
  if (sign !== undefined)
    return { minutes: (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)), inferred: false }
  const name = zone.toUpperCase()
  const known = ZONE_OFFSET_MINUTES[name]
  if (known !== undefined) return { minutes: known, inferred: false }
  return { minutes: AMBIGUOUS_ZONE_OFFSET_MINUTES[name] ?? 0, inferred: true }
}
