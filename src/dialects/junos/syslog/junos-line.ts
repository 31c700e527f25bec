/** One log line of a Junos device in its BSD or its structured form: whose it is, when it was written, what identifies it. */
import type { RecordIdentity } from '../../../facts/fact-id.ts'
import type { FactTime, RefName } from '../../../facts/schema-parts.ts'
import { gapMs, type Instant } from '../../../kit/instant.ts'
import { openEnvelope } from '../../_syslog/envelope.ts'
import { looksLikeZone } from '../../_syslog/written-time.ts'
import { readStructuredData } from './structured-data.ts'

/** A message taken out of its headers. */
export interface JunosLine {
  /** `UI_COMMIT`; absent where a process wrote free text. */
  readonly tag: string | undefined
  readonly process: string
  /** What stands behind the tag. */
  readonly text: string
  /** Members of the structured form, by name; empty in the BSD form. */
  readonly members: ReadonlyMap<string, string>
  readonly names: readonly RefName[]
  readonly time: FactTime
  readonly identity: RecordIdentity
}

/** Headers end near the start of a line, or this is no such line. */
const MAX_HEADER_LENGTH = 600
const MAX_LINE_LENGTH = 8192

/** @source Junos System Log Explorer: processes that write under their own names */
const PROCESSES: ReadonlySet<string> = new Set(
  (
    'mgd mgd-api rpd mib2d chassisd alarmd dcd pfed l2ald l2cpd eswd jddosd bfdd cosd dfwd sampled kmd craftd jlaunchd cscript ' +
    'eventd license-check ppmd lacpd rmopd jdhcpd vccpd apsd spd dfcd smid flowd_octeon_hm xntpd RT_FLOW RT_UTM RT_IDP RT_SYSTEM ' +
    'RT_AAMW RT_SECINTEL tfeb0'
  ).split(' '),
)
/** Tags that only Junos writes. @source Junos System Log Explorer */
const TAG =
  /(?:^|[\s:])(?:%(?:INTERACT|USER|DAEMON|AUTH|AUTHORIZATION|CHANGE|CONFLICT|KERN|PFE|FIREWALL|EXTERNAL|SECURITY|LOCAL\d)-(\d)-)?((?:UI|SSHD|LOGIN|LIBJNX|RT|RPD|PFE|CHASSISD|SNMPD?|LACPD|BFDD|JTASK|EVENTD|DCD|AAMW|SECINTEL|IDP|WEBFILTER|RTLOG|DDOS|PING)_[A-Z0-9_]{3,64})(?::\s?| \[junos@2636\.)/
const OWN_PROCESS = /(?:^|\s)([\w.-]{1,32})(?:\[(\d{1,10})\])?:\s/

const HEADER =
  /^(.{0,400}?)(?:<\d{1,3}>)?\s{0,2}(?:1 )?([A-Z][a-z]{2} {1,2}\d{1,2} (?:\d{4} )?\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?(?: \d{4})?|\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?Z?) {1,3}([\w.:-]{1,255}) {1,2}(?:([\w./-]{1,48})(?:\[\d{1,10}\])?:? ?(?:-|\d{1,10})? ?)?$/

/** Takes a line apart; undefined when Junos did not write it. Never throws. */
export function readJunosLine(raw: string, reference: Instant): JunosLine | undefined {
  const line = raw.slice(0, MAX_LINE_LENGTH)
  const found = findMessage(line)
  if (found === undefined) return undefined
  const header = readHeader(line.slice(0, found.start), reference)
  const { members, text } = found.structured
    ? readStructuredData(line.slice(found.end))
    : { members: new Map<string, string>(), text: line.slice(found.end).trim() }
  const written = [
    header.host ?? '',
    header.process,
    found.tag ?? '',
    found.structured ? line.slice(found.end) : text,
  ].join(' ')
  return {
    tag: found.tag,
    process: found.process ?? header.process,
    text,
    members,
    names: namesOf(header.host),
    time: header.time,
    identity: { written, writtenTime: header.written },
  }
}

interface FoundMessage {
  readonly tag: string | undefined
  readonly process: string | undefined
  /** Where the header ends, and where what the message says starts. */
  readonly start: number
  readonly end: number
  readonly structured: boolean
}

function findMessage(line: string): FoundMessage | undefined {
  const head = line.slice(0, MAX_HEADER_LENGTH)
  const tagged = TAG.exec(head)
  if (tagged !== null) {
    const [whole, , tag = ''] = tagged
    const structured = whole.endsWith('[junos@2636.')
    const start = tagged.index + whole.search(/[%A-Z]/)
    return { tag, process: undefined, start, end: tagged.index + whole.length, structured }
  }
  const own = OWN_PROCESS.exec(head)
  const process = own?.[1] ?? ''
  if (own === null || !PROCESSES.has(process)) return undefined
  return {
    tag: undefined,
    process,
    start: own.index + own[0].length,
    end: own.index + own[0].length,
    structured: false,
  }
}

interface Header {
  readonly host: string | undefined
  readonly process: string
  readonly written: string
  readonly time: FactTime
}

/** The stamp nearest to the message is the device's own; one before it is a collector's. */
function readHeader(text: string, reference: Instant): Header {
  const [, outer = '', stamp, host, process = ''] = HEADER.exec(text.trimEnd()) ?? []
  if (stamp === undefined || host === undefined)
    return { host: undefined, process: '', written: text.trim(), time: { basis: 'none' } }
  const relay = outer.trim() === '' ? undefined : openEnvelope(`${outer.trim()} -`, reference).stamp
  const nearest = relay?.at !== undefined && !relay.inferred.includes('year') ? relay.at : reference
  const own = openEnvelope(`${stamp.replace(/ZZ$/, 'Z')} ${host} -: `, nearest).stamp
  const inferred = own === undefined || own.inferred.length === 0 ? {} : { inferred: own.inferred }
  const time: FactTime = {
    ...(own?.at === undefined ? {} : { at: own.at }),
    written: stamp,
    basis: own?.at === undefined ? 'none' : 'record',
    ...inferred,
    ...measure(own?.at, relay),
  }
  return { host, process, written: stamp, time }
}

/** What the collector's clock showed. A stamp without a zone is local time: a whole zone apart, it measures nothing. */
function measure(
  at: Instant | undefined,
  relay: { readonly at: Instant | undefined; readonly inferred: readonly string[] } | undefined,
): Pick<FactTime, 'relayAt'> {
  if (relay?.at === undefined) return {}
  const isUntold = at !== undefined && relay.inferred.includes('zone')
  return isUntold && looksLikeZone(Math.abs(gapMs(at, relay.at))) ? {} : { relayAt: relay.at }
}

function namesOf(host: string | undefined): readonly RefName[] {
  if (host === undefined || host === '-') return []
  return [{ by: /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) || host.includes(':') ? 'address' : 'hostname', value: host }]
}
