/** Two clocks in one record: the device's (`start_time`) and the server's (the line's own time). */
import type { FactTime } from '../../facts/schema-parts.ts'
import { gapMs, type Instant, shiftInstant, toInstant } from '../../kit/instant.ts'
import { looksLikeZone, type ResolvedTime, readMonth, resolveTime } from '../_syslog/written-time.ts'
import { type AccountingRecord, attributeOf } from './record.ts'

/**
 * The time of a record. `at` is the device's own clock where the record has one, and `relayAt` what the server's clock
 * showed at that moment, so that the device's error can be measured; else `at` is the server's.
 *
 * A server's time without a year is the one nearest before the device's, else before `reference`. `timezone=` is taken for
 * the server's zone too, unless the two clocks then differ by a whole number of quarter hours: that is a zone nobody told.
 */
export function timeOf(record: AccountingRecord, reference: Instant): FactTime {
  const zone = attributeOf(record, 'timezone')
  const device = deviceTime(record, zone, reference)
  const server = readTime(record.writtenTime, zone, device?.at ?? reference)
  if (device?.at !== undefined) {
    const relayAt = serverAtStart(record, device.at, server)
    return {
      at: device.at,
      written: device.written,
      basis: 'record',
      ...marks(device),
      ...(relayAt === undefined ? {} : { relayAt }),
    }
  }
  if (server?.at === undefined || record.writtenTime === undefined) return { basis: 'none' }
  return { at: server.at, written: record.writtenTime, basis: 'relay', ...marks(server) }
}

function marks({ inferred }: ResolvedTime): Pick<FactTime, 'inferred'> {
  return inferred.length === 0 ? {} : { inferred }
}

function deviceTime(record: AccountingRecord, zone: string | undefined, reference: Instant) {
  const written = attributeOf(record, 'start-time') ?? attributeOf(record, 'stop-time')
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
  const found = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?) ?(Z|[+-]\d{2}:?\d{2})?$/.exec(written)
  if (found === null) return undefined
  const [, year, month, day, clock = '', ownZone] = found
  return resolveTime(
    { year: Number(year), month: Number(month), day: Number(day), clock, zone: ownZone ?? zone },
    reference,
  )
}

/** What the server's clock showed when the command began, where its zone is known. */
function serverAtStart(
  record: AccountingRecord,
  startAt: Instant,
  server: ResolvedTime | undefined,
): Instant | undefined {
  if (server?.at === undefined || server.inferred.includes('zone')) return undefined
  const relayAt = shiftInstant(server.at, -elapsedMs(record))
  const writtenWithZone = /(?:Z|[+-]\d{2}:?\d{2})$/.test(record.writtenTime ?? '')
  return !writtenWithZone && looksLikeZone(Math.abs(gapMs(startAt, relayAt))) ? undefined : relayAt
}

/** A stop record is written when the command ends. */
function elapsedMs(record: AccountingRecord): number {
  if (record.type !== 'stop' || attributeOf(record, 'start-time') === undefined) return 0
  const [start, stop] = ['start-time', 'stop-time'].map((name) => Number(attributeOf(record, name)))
  const elapsed =
    stop === undefined || start === undefined || Number.isNaN(stop - start)
      ? Number(attributeOf(record, 'elapsed-time') ?? 0)
      : stop - start
  return Number.isFinite(elapsed) && elapsed > 0 ? Math.round(elapsed * 1000) : 0
}
