/** The header that Cisco operating systems write before `%FACILITY-SEVERITY-MNEMONIC:`, in all its layouts. */
import { readMonth, type WrittenTime } from './written-time.ts'

/** The device's own stamp. `time` is absent for an uptime (`17w5d`), which names no instant. */
export interface DeviceStamp {
  /** Exactly as the device wrote it, marks included: `*Mar  1 18:48:50.483 UTC`. */
  readonly written: string
  readonly time: WrittenTime | undefined
  /** `*` (clock never set) or `.` (synchronisation lost) before the stamp. */
  readonly unsynchronised: boolean
  /** The year stands first: how NX-OS writes, and IOS never. */
  readonly yearFirst: boolean
}

/** `<seq>: host: <seq>: stamp: process: %FAC-5-MNEM: text`, taken apart. Facilities may have parts (`SYS-SW1`, `MGBL-CONFIG`). */
export interface CiscoMessage {
  readonly facility: string
  readonly severity: number
  readonly mnemonic: string
  readonly text: string
  /** The device's own word for itself (`logging origin-id hostname`). */
  readonly host: string | undefined
  /** Counters in the order written: the transport's, then the device's own. */
  readonly sequences: readonly number[]
  readonly stamp: DeviceStamp | undefined
  /** Other words of the header: `Switch 1 R0/0`, `config[65539]`. */
  readonly labels: readonly string[]
}

/** The mnemonic is near the start, or this is not such a message. */
const MAX_HEADER_LENGTH = 512
const MAX_LABELS = 8

/** `TAC+` is the one facility with a sign in its name. @source Cisco IOS system message guides */
const MARK = /%([A-Z][A-Z0-9_]{0,31}\+?(?:-[A-Z0-9_]{1,31}){0,3}?)-([0-7])-([A-Z0-9_]{1,64}) ?:/
const STAMP =
  /([*.])?(?:(\d{4}) )?([A-Z][a-z]{2}) {1,2}(\d{1,2}) (?:(\d{4}) )?(\d{1,2}:\d{2}:\d{2}(?:\.\d{1,9})?)(?: (\d{4}))?(?: ([A-Za-z]{1,6}|[+-]\d{1,2}:?\d{2}))? ?:\s*/y
const UPTIME = /([*.])?(\d{1,5}:\d{2}:\d{2}(?:\.\d{1,9})?|(?:\d{1,4}[ywdhm]){1,4}) ?:\s*/y
/** No colon anywhere: how NX-OS keeps its own log, VDC included. @source NX-OS System Messages Reference, "Syslog Format On a Resident Switch" */
const RESIDENT =
  /^\s*((\d{4}) ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)(?: ([A-Z]{1,5}|[+-]\d{2}:?\d{2}))?) ([\w.-]{1,253}) (?:%\$ ?VDC-\d{1,3} ?%\$ )?$/
const SEQUENCE = /(\d{1,10}) ?:\s*/y
const HOST = /([A-Za-z0-9_][\w.-]{0,252}) ?:\s*/y
const LABEL = /([^:]{0,128}):\s*/y

/** Reads a message out of its envelope; undefined when it has no `%FACILITY-SEVERITY-MNEMONIC:`. Never throws. */
export function readCiscoMessage(message: string): CiscoMessage | undefined {
  const mark = MARK.exec(message.slice(0, MAX_HEADER_LENGTH))
  if (mark === null) return undefined
  const [whole, facility = '', severity = '', mnemonic = ''] = mark
  const text = message.slice(mark.index + whole.length).trim()
  return { facility, severity: Number(severity), mnemonic, text, ...readHeader(message.slice(0, mark.index)) }
}

type Header = Pick<CiscoMessage, 'host' | 'sequences' | 'stamp' | 'labels'>

function readHeader(header: string): Header {
  return readResident(header) ?? readParts(header)
}

function readResident(header: string): Header | undefined {
  const [, written = '', year, monthName = '', day, clock, zone, host] = RESIDENT.exec(header) ?? []
  const month = readMonth(monthName)
  if (clock === undefined || month === undefined) return undefined
  const time = { year: Number(year), month, day: Number(day), clock, zone }
  const stamp = { written, time, unsynchronised: false, yearFirst: true }
  return { host, sequences: [], stamp, labels: [] }
}

function readParts(header: string): Header {
  let host: string | undefined
  let stamp: DeviceStamp | undefined
  const sequences: number[] = []
  const labels: string[] = []
  for (let at = 0; at < header.length && labels.length < MAX_LABELS; ) {
    const found =
      takeStamp(header, at) ?? takeWord(header, at, stamp === undefined && host === undefined && labels.length === 0)
    if (found === undefined) break
    if ('stamp' in found) stamp ??= found.stamp
    else if ('sequence' in found) sequences.push(found.sequence)
    else if ('host' in found) host = found.host
    else labels.push(found.label)
    at = found.end
  }
  return { host, sequences, stamp, labels }
}

function takeStamp(header: string, at: number): { readonly stamp: DeviceStamp; readonly end: number } | undefined {
  const dated = exec(STAMP, header, at)
  if (dated !== undefined) {
    const [whole, mark, yearFirst, monthName = '', day = '', yearInside, clock = '', yearAfter, zone] = dated
    const month = readMonth(monthName)
    if (month === undefined) return undefined
    const year = yearFirst ?? yearInside ?? yearAfter
    const time = { month, day: Number(day), clock, zone, year: year === undefined ? undefined : Number(year) }
    const written = whole?.replace(/ ?:\s*$/, '') ?? ''
    const stamp = { written, time, unsynchronised: mark !== undefined, yearFirst: yearFirst !== undefined }
    return { stamp, end: STAMP.lastIndex }
  }
  const running = exec(UPTIME, header, at)
  if (running === undefined) return undefined
  const [, mark, written = ''] = running
  return {
    stamp: { written, time: undefined, unsynchronised: mark !== undefined, yearFirst: false },
    end: UPTIME.lastIndex,
  }
}

type Word =
  | { readonly sequence: number; readonly end: number }
  | { readonly host: string; readonly end: number }
  | { readonly label: string; readonly end: number }

function takeWord(header: string, at: number, mayBeHost: boolean): Word | undefined {
  const sequence = exec(SEQUENCE, header, at)?.[1]
  if (sequence !== undefined) return { sequence: Number(sequence), end: SEQUENCE.lastIndex }
  const host = mayBeHost ? exec(HOST, header, at)?.[1] : undefined
  if (host !== undefined) return { host, end: HOST.lastIndex }
  const label = exec(LABEL, header, at)?.[1]
  return label === undefined ? undefined : { label: label.trim(), end: LABEL.lastIndex }
}

function exec(pattern: RegExp, text: string, at: number): readonly (string | undefined)[] | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}
