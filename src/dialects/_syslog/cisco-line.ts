/** One log line of a device that writes Cisco's header: whose it is, when it was written, and what identifies it. */
import type { RecordIdentity } from '../../facts/fact-id.ts'
import type { FactTime, RefName } from '../../facts/schema-parts.ts'
import { gapMs, type Instant } from '../../kit/instant.ts'
import { type CiscoMessage, readCiscoMessage } from './cisco-header.ts'
import { type Envelope, openEnvelope, type RelayStamp } from './envelope.ts'
import { looksLikeZone, resolveTime } from './written-time.ts'

/** A line that a device wrote, or that was written in its name. */
export interface CiscoLine {
  /** Absent when the line holds a bare command. */
  readonly message: CiscoMessage | undefined
  /** What the device wrote after its header. */
  readonly text: string
  readonly names: readonly RefName[]
  readonly time: FactTime
  readonly identity: RecordIdentity
}

/** What makes a line one of a platform. */
export interface CiscoLineRules {
  /** A tag under which lines without a header are written: `CISCO-IOS` of `CISCO-IOS[123]: monitor session 1 …`. */
  readonly tag?: string
  /** Whether a message with a header is another system's. */
  readonly isForeign: (message: CiscoMessage, envelope: Envelope) => boolean
}

/** Takes a line apart; undefined when the platform did not write it. Never throws. */
export function readCiscoLine(text: string, reference: Instant, rules: CiscoLineRules): CiscoLine | undefined {
  const envelope = openEnvelope(text, reference)
  const { body, tagged } = takeTag(envelope, rules.tag)
  const message = readCiscoMessage(body)
  if (message === undefined ? !tagged || body.trim() === '' : rules.isForeign(message, envelope)) return undefined
  return {
    message,
    text: message === undefined ? body.trim() : message.text,
    names: namesOf(message?.host ?? envelope.host),
    time: timeOf(message, envelope, reference),
    identity: identityOf(message, body, envelope),
  }
}

/** The message without its tag: `CISCO-IOS: text`, `CISCO-IOS[123]: text`, or the tag as application of an RFC 5424 header. */
function takeTag({ message, application }: Envelope, tag: string | undefined): { body: string; tagged: boolean } {
  if (tag === undefined || message.slice(0, tag.length).toUpperCase() !== tag)
    return { body: message, tagged: tag !== undefined && application?.toUpperCase() === tag }
  const rest = /^(?:\[\d{1,10}\])?: ?(.*)$/s.exec(message.slice(tag.length))?.[1]
  return rest === undefined
    ? { body: message, tagged: application?.toUpperCase() === tag }
    : { body: rest, tagged: true }
}

function namesOf(host: string | undefined): readonly RefName[] {
  if (host === undefined) return []
  return [{ by: /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) || host.includes(':') ? 'address' : 'hostname', value: host }]
}

/** The device's own clock where it wrote one; else the relay's. */
function timeOf(message: CiscoMessage | undefined, { stamp: relay }: Envelope, reference: Instant): FactTime {
  const stamp = message?.stamp
  const marks = stamp?.unsynchronised === true ? { unsynchronised: true } : {}
  if (stamp?.time !== undefined) {
    // The collector's own stamp, where it has a year, is nearer to the truth than any other reference.
    const nearest = relay === undefined || relay.inferred.includes('year') ? reference : (relay.at ?? reference)
    const { at, inferred } = resolveTime(stamp.time, nearest)
    return {
      ...(at === undefined ? {} : { at }),
      written: stamp.written,
      basis: 'record',
      ...(inferred.length === 0 ? {} : { inferred }),
      ...measure(at, relay),
      ...marks,
    }
  }
  const written = [stamp?.written, relay?.written].filter((one) => one !== undefined).join(' ')
  if (relay?.at === undefined) return { ...(written === '' ? {} : { written }), basis: 'none', ...marks }
  const inferred = relay.inferred.length === 0 ? {} : { inferred: relay.inferred }
  return { at: relay.at, written, basis: 'relay', ...inferred, relayAt: relay.at, ...marks }
}

/** What the collector's clock showed. A stamp without a zone is local time: a whole zone apart, it measures nothing. */
function measure(at: Instant | undefined, relay: RelayStamp | undefined): Pick<FactTime, 'relayAt'> {
  if (relay?.at === undefined) return {}
  const isUntold = at !== undefined && relay.inferred.includes('zone')
  return isUntold && looksLikeZone(Math.abs(gapMs(at, relay.at))) ? {} : { relayAt: relay.at }
}

/**
 * What the device wrote, with its time as written. Where it wrote no instant, the relay's time is part of it, or two acts of
 * one day would be one; where it wrote neither a counter nor its name, the relay's host is, or two devices would be one.
 */
function identityOf(message: CiscoMessage | undefined, body: string, envelope: Envelope): RecordIdentity {
  const relayed = envelope.stamp?.written ?? ''
  if (message === undefined) return { written: `${envelope.host ?? ''} ${body.trim()}`, writtenTime: relayed }
  const { facility, severity, mnemonic, text, host, sequences, stamp } = message
  const who = host ?? (sequences.length === 0 ? (envelope.host ?? '') : '')
  const written = `${sequences.join(' ')} ${who} %${facility}-${severity}-${mnemonic}: ${text}`
  return { written, writtenTime: stamp?.time === undefined ? `${stamp?.written ?? ''} ${relayed}` : stamp.written }
}
