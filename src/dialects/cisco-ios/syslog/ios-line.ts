/** One log line of an IOS device: whose it is, when it was written, and what identifies it. */
import type { RecordIdentity } from '../../../facts/fact-id.ts'
import type { FactTime, RefName } from '../../../facts/schema-parts.ts'
import { gapMs, type Instant } from '../../../kit/instant.ts'
import { type CiscoMessage, readCiscoMessage } from '../../_syslog/cisco-header.ts'
import { type Envelope, openEnvelope, type RelayStamp } from '../../_syslog/envelope.ts'
import { looksLikeZone, resolveTime } from '../../_syslog/written-time.ts'

/** A line that IOS wrote, or that was written in its name with `logger -t CISCO-IOS`. */
export interface IosLine {
  /** Absent when the line holds a bare command. */
  readonly message: CiscoMessage | undefined
  /** What the device wrote after its header. */
  readonly text: string
  readonly names: readonly RefName[]
  readonly time: FactTime
  readonly identity: RecordIdentity
}

/** A tag given to lines written by hand or by a relay: `CISCO-IOS:`, `CISCO-IOS[123]:`. */
const TAG = /^CISCO-IOS(?:\[\d{1,10}\])?: ?/i

/** Facilities of other systems that write headers like those of IOS. @source message catalogues of NX-OS, IOS-XR, ASA */
const FOREIGN_FACILITY =
  /^(?:ASA|FTD|PIX|FWSM|VSHD|SYSMGR|MODULE|L2FM|DAEMON|ACLLOG|LOG_|ETHPORT|ETH_PORT_CHANNEL|AUTHPRIV|VPC|MGBL|PKT_INFRA|SECURITY-|ROUTING-|LICENSE-PLAT_CLIENT|ACCOUNTING)/
/** Header words of IOS-XR (`RP/0/RP0/CPU0`) and of wireless controllers (`*spamApTask1`). */
const FOREIGN_LABEL = /^(?:\S{0,64} )?(?:RP|LC)\/\d|^\*/
/** Agents of EOS stand where IOS has nothing: `sw1 ConfigAgent: %SYS-…`. */
const EOS_AGENT = /^(?:[A-Z][a-z]{1,32}){1,4}$/

/** Takes a line apart; undefined when IOS did not write it. Never throws. */
export function readIosLine(text: string, reference: Instant): IosLine | undefined {
  const envelope = openEnvelope(text, reference)
  const tag = TAG.exec(envelope.message)
  const body = tag === null ? envelope.message : envelope.message.slice(tag[0].length)
  const message = readCiscoMessage(body)
  const tagged = tag !== null || envelope.application?.toUpperCase() === 'CISCO-IOS'
  if (message === undefined ? !tagged || body.trim() === '' : isForeign(message, envelope)) return undefined
  return {
    message,
    text: message === undefined ? body.trim() : message.text,
    names: namesOf(message?.host ?? envelope.host),
    time: timeOf(message, envelope, reference),
    identity: identityOf(message, body, envelope),
  }
}

function isForeign({ facility, mnemonic, stamp, labels, host }: CiscoMessage, envelope: Envelope): boolean {
  if (FOREIGN_FACILITY.test(facility) || mnemonic.startsWith('VSHD_') || stamp?.yearFirst === true) return true
  if (labels.some((label) => FOREIGN_LABEL.test(label))) return true
  return stamp === undefined && envelope.host !== undefined && host !== undefined && EOS_AGENT.test(host)
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
