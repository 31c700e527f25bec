/** Two clocks in one record: the device's (`start_time`) and the server's (the record's own time). */
import type { FactTime } from '../../facts/schema-parts.ts'
import { gapMs, type Instant, shiftInstant, toInstant } from '../../kit/instant.ts'
import { looksLikeZone, type ResolvedTime, readMonth, resolveTime } from '../_syslog/written-time.ts'

/** The times of a record as written; all but `isStop` may be absent. */
export interface RecordedTimes {
  /** The server's: `May  3 13:55:35`, `2026-05-03 13:55:35.101 +00:00`, `Sun May  3 13:55:35 2026`, or epoch seconds. */
  readonly server?: string | undefined
  /** The device's, by the attributes `start_time` and `stop_time`. */
  readonly start?: string | undefined
  readonly stop?: string | undefined
  /** `elapsed_time`, in seconds. */
  readonly elapsed?: string | undefined
  /** `timezone`, of the device. */
  readonly zone?: string | undefined
  /** A stop record is written when what it records has ended. */
  readonly isStop?: boolean | undefined
}

/**
 * The time of a record. `at` is the device's own clock where the record has one, and `relayAt` what the server's clock
 * showed at that moment, so that the device's error can be measured; else `at` is the server's.
 *
 * A server's time without a year is the one nearest before the device's, else before `reference`. `timezone=` is taken for
 * the server's zone too, unless the two clocks then differ by a whole number of quarter hours: that is a zone nobody told.
 */
export function timeOf(times: RecordedTimes, reference: Instant): FactTime {
  const device = deviceTime(times, reference)
  const server = readTime(times.server, times.zone, device?.at ?? reference)
  if (device?.at !== undefined) {
    const relayAt = serverAtStart(times, device.at, server)
    return {
      at: device.at,
      written: device.written,
      basis: 'record',
      ...marks(device),
      ...(relayAt === undefined ? {} : { relayAt }),
    }
  }
  if (server?.at === undefined || times.server === undefined) return { basis: 'none' }
  return { at: server.at, written: times.server, basis: 'relay', ...marks(server) }
}

function marks({ inferred }: ResolvedTime): Pick<FactTime, 'inferred'> {
  return inferred.length === 0 ? {} : { inferred }
}

function deviceTime({ start, stop, zone }: RecordedTimes, reference: Instant) {
  const written = start ?? stop
  const resolved = readTime(written, zone, reference)
  return written === undefined || resolved === undefined ? undefined : { written, ...resolved }
}

/** Epoch seconds with or without a fraction, ctime, strftime without a year, or ISO 8601. */
function readTime(written: string | undefined, zone: string | undefined, reference: Instant): ResolvedTime | undefined {
  if (written === undefined) return undefined
  if (/^\d{9,10}(?:\.\d{1,9})?$/.test(written))
    return { at: toInstant(Math.floor(Number(written) * 1000)), inferred: [] }
  return readCalendarTime(written, zone, reference) ?? readIsoTime(written, zone, reference)
}

function readCalendarTime(written: string, zone: string | undefined, reference: Instant): ResolvedTime | undefined {
  const found =
    /^(?:[A-Z][a-z]{2} )?([A-Z][a-z]{2}) {1,2}(\d{1,2}) (?:(\d{4}) )?(\d{1,2}:\d{2}:\d{2}(?:\.\d{1,9})?)(?: (\d{4}))?$/.exec(
      written,
    )
  const [, monthName = '', day = '', yearBefore, clock = '', yearAfter] = found ?? []
  const month = readMonth(monthName)
  if (month === undefined) return undefined
  const year = yearBefore ?? yearAfter
  return resolveTime(
    { year: year === undefined ? undefined : Number(year), month, day: Number(day), clock, zone },
    reference,
  )
}

function readIsoTime(written: string, zone: string | undefined, reference: Instant): ResolvedTime | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?) ?(Z|[+-]\d{2}(?::?\d{2})?)?$/.exec(
    written,
  )
  if (found === null) return undefined
  const [, year, month, day, clock = '', ownZone] = found
  return resolveTime(
    { year: Number(year), month: Number(month), day: Number(day), clock, zone: ownZone ?? zone },
    reference,
  )
}

/** What the server's clock showed when the command began, where its zone is known. */
function serverAtStart(times: RecordedTimes, startAt: Instant, server: ResolvedTime | undefined): Instant | undefined {
  if (server?.at === undefined || server.inferred.includes('zone')) return undefined
  const relayAt = shiftInstant(server.at, -elapsedMs(times))
  const writtenWithZone = /^\d{9,10}(?:\.\d{1,9})?$|(?:Z|[+-]\d{2}(?::?\d{2})?)$/.test(times.server ?? '')
  return !writtenWithZone && looksLikeZone(Math.abs(gapMs(startAt, relayAt))) ? undefined : relayAt
}

/** A stop record is written when the command ends. */
function elapsedMs({ start, stop, elapsed, isStop }: RecordedTimes): number {
  if (isStop !== true || start === undefined) return 0
  const [from, to] = [Number(start), Number(stop)]
  const seconds = stop === undefined || Number.isNaN(to - from) ? Number(elapsed ?? 0) : to - from
  return Number.isFinite(seconds) && seconds > 0 ? Math.round(seconds * 1000) : 0
}
