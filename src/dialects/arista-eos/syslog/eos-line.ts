/** One log line of an EOS device: whose it is, when it was written, and what identifies it. */
import type { RecordIdentity } from '../../../facts/fact-id.ts'
import type { FactTime, RefName } from '../../../facts/schema-parts.ts'
import { gapMs, type Instant, parseInstant, toInstant } from '../../../kit/instant.ts'
import { type CiscoMessage, readCiscoMessage } from '../../_syslog/cisco-header.ts'
import type { CiscoLine } from '../../_syslog/cisco-line.ts'
import { openEnvelope, type RelayStamp } from '../../_syslog/envelope.ts'
import { isEosAgent, isEosMessage } from '../../_syslog/eos-messages.data.ts'
import { looksLikeZone, readMonth, resolveTime } from '../../_syslog/written-time.ts'

/** What EOS wrote before `%FACILITY`: its own syslog header. */
interface Header {
  readonly host: string | undefined
  /** The program that logged: `ConfigAgent`. */
  readonly agent: string | undefined
  readonly sequences: readonly number[]
  readonly written: string | undefined
  readonly time: Pick<FactTime, 'at' | 'inferred'>
  /** The stamp of a relay that put its own header before. */
  readonly relay: RelayStamp | undefined
}

/** The mnemonic is near the start, or this is not such a message. */
const MAX_HEADER_LENGTH = 512
/** `Aaa: `, `Aaa[2345]: 132: `, `Rib: Instance 100: ` right before the message. */
const AGENT = /(?:^|[\s>])([A-Za-z][\w.-]{0,63})(?:\[\d{1,10}\])?: (?:(\d{1,10}): |Instance \d{1,5}: )?$/
/** @source EOS `logging format timestamp traditional [year] [timezone]`; messages of devices that log the year first */
const STAMP =
  /(?:^|[\s>])((?:(\d{4}) )?([A-Z][a-z]{2}) {1,2}(\d{1,2}) (?:(\d{4}) )?(\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)(?: (\d{4}))?(?: ([A-Z]{2,5}|[+-]\d{2}:?\d{2}))?) ([\w.:-]{1,255}) ?$/
/** @source EOS `logging format timestamp high-resolution` */
const ISO_STAMP =
  /(?:^|[\s>])(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?) ([\w.:%-]{1,255}) ?$/

/** Takes a line apart; undefined when EOS did not write it. Never throws. */
export function readEosLine(text: string, reference: Instant): CiscoLine | undefined {
  const start = text.slice(0, MAX_HEADER_LENGTH).search(/%[A-Z][A-Z0-9_]{0,31}-[0-7]-/)
  const message = start === -1 ? undefined : readCiscoMessage(text.slice(start, 8192))
  if (message === undefined) return undefined
  const header = readHeader(text.slice(0, start), reference)
  const spoken = header.agent !== undefined && header.host !== undefined && isEosAgent(header.agent)
  if (!spoken && !isEosMessage(message)) return undefined
  return toLine(message, header)
}

function readHeader(text: string, reference: Instant): Header {
  const [tail = '', agent, sequence] = AGENT.exec(text) ?? []
  const before = text.slice(0, text.length - tail.length)
  const sequences = sequence === undefined ? [] : [Number(sequence)]
  const { stamp, application, host } = openEnvelope(`${text}%`, reference)
  // The collector's own stamp, where it has a year, is nearer to the truth than any other reference.
  const own = readStamp(before, stamp?.at === undefined || stamp.inferred.includes('year') ? reference : stamp.at)
  if (own === undefined) return { ...readEnvelope(stamp, host), agent: agent ?? application, sequences }
  // One header alone is the device's own.
  const isOnly = stamp === undefined || text.indexOf(stamp.written) >= text.lastIndexOf(own.written)
  return { ...own, agent, sequences, relay: isOnly ? undefined : stamp }
}

/** A header of RFC 5424, or none. */
function readEnvelope(stamp: RelayStamp | undefined, host: string | undefined): Omit<Header, 'agent' | 'sequences'> {
  if (stamp === undefined) return { host, written: undefined, time: {}, relay: undefined }
  const { written, at, inferred } = stamp
  return { host, written, time: { ...(at === undefined ? {} : { at }), inferred }, relay: undefined }
}

function readStamp(
  text: string,
  reference: Instant,
): (Pick<Header, 'host' | 'written' | 'time'> & { written: string }) | undefined {
  const [, iso, isoHost] = ISO_STAMP.exec(text) ?? []
  if (iso !== undefined) {
    const at = parseInstant(iso)
    const inferred = /(?:Z|[+-]\d{2}:?\d{2})$/.test(iso) ? [] : (['zone'] as const)
    return { host: isoHost, written: iso, time: { ...(at === undefined ? {} : { at }), inferred } }
  }
  const [, written, yearFirst, monthName = '', day, yearInside, clock = '', yearAfter, zone, host] =
    STAMP.exec(text) ?? []
  const month = readMonth(monthName)
  if (written === undefined || month === undefined) return undefined
  const year = yearFirst ?? yearInside ?? yearAfter
  const time = { year: year === undefined ? undefined : Number(year), month, day: Number(day), clock, zone }
  const { at, inferred } = resolveTime(time, reference)
  return { host, written, time: { ...(at === undefined ? {} : { at }), inferred } }
}

function toLine(message: CiscoMessage, header: Header): CiscoLine {
  const task = message.mnemonic === 'CMD' ? readTask(message.text) : undefined
  const sequences = header.sequences.length > 0 || task === undefined ? header.sequences : [task.number]
  return {
    message: { ...message, host: header.host, sequences },
    text: message.text,
    names: namesOf(header.host),
    time: timeOf(header, task?.startedAt),
    identity: identityOf(message, header, task),
  }
}

function namesOf(host: string | undefined): readonly RefName[] {
  if (host === undefined) return []
  return [{ by: /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) || host.includes(':') ? 'address' : 'hostname', value: host }]
}

/** The task of an accounting message, which has a clock reading of its own. */
interface Task {
  readonly number: number
  readonly startedAt: string
  /** Everything but whether it starts or stops. */
  readonly said: string
}

/** @source EOS `ACCOUNTING-6-CMD`: `task_id=17 start_time=1521923632.5`, seconds since 1970 */
function readTask(text: string): Task | undefined {
  const [, task, startedAt] = / task_id=(\d{1,9}) start_time=(\d{9,10}(?:\.\d{1,9})?) /.exec(text.slice(0, 1024)) ?? []
  if (task === undefined || startedAt === undefined) return undefined
  return { number: Number(task), startedAt, said: text.replace(/ (?:start|stop|update) task_id=/, ' task_id=') }
}

/** The device's own clock, finest where a message has its own reading of it; the relay's beside it. */
function timeOf({ written, time, relay }: Header, startedAt: string | undefined): FactTime {
  const { at, inferred = [] } =
    startedAt === undefined ? time : { at: toInstant(Math.floor(Number(startedAt) * 1000)), inferred: [] }
  const said = startedAt ?? written
  const wrote = said === undefined ? {} : { written: said }
  if (at === undefined) return { ...wrote, basis: 'none' }
  const marks = inferred.length === 0 ? {} : { inferred }
  return { at, ...wrote, basis: 'record', ...marks, ...measure(at, relay) }
}

/** What the collector's clock showed. A stamp without a zone is local time: a whole zone apart, it measures nothing. */
function measure(at: Instant, relay: RelayStamp | undefined): Pick<FactTime, 'relayAt'> {
  if (relay?.at === undefined) return {}
  const isUntold = relay.inferred.includes('zone') && looksLikeZone(Math.abs(gapMs(at, relay.at)))
  return isUntold ? {} : { relayAt: relay.at }
}

/** What the device wrote, with its time as written. The start and the stop of one task are one act. */
function identityOf(message: CiscoMessage, header: Header, task: Task | undefined): RecordIdentity {
  const { facility, severity, mnemonic, text } = message
  const { host = '', sequences, written = '' } = header
  if (task !== undefined)
    return { written: `${host} %${facility}-${mnemonic}: ${task.said}`, writtenTime: task.startedAt }
  return {
    written: `${sequences.join(' ')} ${host} %${facility}-${severity}-${mnemonic}: ${text}`,
    writtenTime: written,
  }
}
