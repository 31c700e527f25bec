/** What relays put before a device's own message: priority, RFC 3164 or RFC 5424 header, or an ISO time and a host. */
import { type Instant, parseInstant } from '../../kit/instant.ts'
import { type Inferred, isKnownZone, readMonth, resolveTime } from './written-time.ts'

/** The relay's stamp: as written, and the instant it stands for. */
export interface RelayStamp {
  readonly written: string
  readonly at: Instant | undefined
  readonly inferred: readonly Inferred[]
}

/** A line taken out of its envelope. `<189>Nov 14 03:12:07 sw1 42: %SYS-…` → host `sw1`, stamp, message `42: %SYS-…`. */
export interface Envelope {
  /** The host in the header, hostname or address: the sender as this relay knows it. */
  readonly host: string | undefined
  readonly stamp: RelayStamp | undefined
  /** APP-NAME of an RFC 5424 header. */
  readonly application: string | undefined
  /** What the device wrote. */
  readonly message: string
}

/** Only so much of a line is looked at; a message is cut there. */
const MAX_LINE_LENGTH = 8192
/** A collector behind a collector behind a collector. */
const MAX_ENVELOPES = 3

const PRIORITY = /^<\d{1,3}>\s?/
/** @source RFC 5424, section 6 */
const RFC5424 =
  /^1 (\S{1,64}) (\S{1,255}) (\S{1,48}) (?:\S{1,128}) (?:\S{1,32}) (?:-|(?:\[[^\]]{0,1024}\]){1,8})(?: |$)/
const ISO_HOST = /^(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?) ([\w.:%-]{1,255}?):? /
/** @source RFC 3164, section 4.1.2; the year is rsyslog's and Cisco's */
const RFC3164 =
  /^([A-Z][a-z]{2,8}) {1,2}(\d{1,2}) (?:(\d{4}) )?(\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?) (?:(\d{4}) )?([\w.:-]{1,255}) (?=(.?))/

/**
 * Takes a line out of its envelopes. A stamp that the device wrote itself (`Oct 19 13:40:06 CDT: %…`) is left in the message.
 * Reads the first 8 KiB; never throws.
 */
export function openEnvelope(line: string, reference: Instant): Envelope {
  let opened: Envelope = {
    host: undefined,
    stamp: undefined,
    application: undefined,
    message: line.slice(0, MAX_LINE_LENGTH),
  }
  for (let depth = 0; depth < MAX_ENVELOPES; depth++) {
    const next = openOne(opened.message, reference)
    if (next === undefined) break
    // The innermost host is nearest to the device; the outermost stamp is the collector's own.
    opened = {
      host: next.host ?? opened.host,
      stamp: opened.stamp ?? next.stamp,
      application: next.application ?? opened.application,
      message: next.message,
    }
  }
  return opened
}

function openOne(text: string, reference: Instant): Envelope | undefined {
  const priority = PRIORITY.exec(text)?.[0].length ?? 0
  const message = text.slice(priority).trimStart()
  return (
    (priority > 0 ? openRfc5424(message) : undefined) ??
    openIso(message) ??
    openRfc3164(message, reference) ??
    onlyPriority(priority, message)
  )
}

function onlyPriority(length: number, message: string): Envelope | undefined {
  return length === 0 ? undefined : { host: undefined, stamp: undefined, application: undefined, message }
}

function openRfc5424(text: string): Envelope | undefined {
  const found = RFC5424.exec(text)
  if (found === null) return undefined
  const [whole, time = '-', host = '-', application = '-'] = found
  const message = text.slice(whole.length).replace(/^\uFEFF/, '')
  return { host: nil(host), stamp: isoStamp(nil(time)), application: nil(application), message }
}

function openIso(text: string): Envelope | undefined {
  const [whole, time, host] = ISO_HOST.exec(text) ?? []
  if (whole === undefined || host === undefined) return undefined
  return { host, stamp: isoStamp(time), application: undefined, message: text.slice(whole.length) }
}

function openRfc3164(text: string, reference: Instant): Envelope | undefined {
  const found = RFC3164.exec(text)
  if (found === null) return undefined
  const [whole, monthName = '', day = '', yearBefore, clock = '', yearAfter, token = '', next = ''] = found
  const month = readMonth(monthName)
  if (month === undefined || (token.endsWith(':') && isZone(token.slice(0, -1), next))) return undefined
  const host = token.endsWith(':') ? token.slice(0, -1) : token
  const year = yearBefore ?? yearAfter
  const time = { month, day: Number(day), clock, year: year === undefined ? undefined : Number(year), zone: undefined }
  const written = whole.slice(0, whole.lastIndexOf(token)).trim()
  return {
    host,
    stamp: { written, ...resolveTime(time, reference) },
    application: undefined,
    message: text.slice(whole.length),
  }
}

/** `CDT`, `+02:00`: a known zone, or, right before the message, anything short in upper case, where a host would hardly be. */
function isZone(word: string, next: string): boolean {
  return isKnownZone(word) || (next === '%' && /^(?:[A-Z]{1,5}|[+-]\d{1,2}:?\d{0,2})$/.test(word))
}

function isoStamp(written: string | undefined): RelayStamp | undefined {
  if (written === undefined) return undefined
  const inferred = /(?:Z|[+-]\d{2}:?\d{2})$/.test(written) ? [] : (['zone'] as const)
  return { written, at: parseInstant(written), inferred }
}

/** `-` is RFC 5424 for nothing. */
function nil(text: string): string | undefined {
  return text === '-' ? undefined : text
}
