/** One record of a detail file → what it says of a device: a command done there, a login accepted or refused. */
import type { Actor, FactTime } from '../../facts/schema-parts.ts'
import { type Instant, toEpochMs } from '../../kit/instant.ts'
import { type AaaRecord, type AaaSignal, deviceName } from '../_aaa/aaa-record.ts'
import { toCommand } from '../_aaa/command-text.ts'
import { loginSignal } from '../_aaa/login-signal.ts'
import { ADMINISTRATION_ATTRIBUTES } from '../_aaa/radius-commands.data.ts'
import { isDeviceLogin, isEnableAccount } from '../_aaa/radius-login.ts'
import { toHeard, toReading } from '../_aaa/to-reading.ts'
import { timeOf } from '../_aaa/two-clocks.ts'
import type { Heard, LineRecord, ReadContext, Reading } from '../contract.ts'
import { type DetailRecord, readDetailRecord, type SentCommand, sentCommand } from './record.ts'

/** The dialect's id and version, in every fact. */
export const READER = { id: 'freeradius-detail', version: 1 } as const

/** Reads a record; undefined when it is none of a detail file. Never throws. */
export function readBlock({ text, place }: LineRecord, context: ReadContext): Reading | undefined {
  const detail = readDetailRecord(text)
  if (detail === undefined) return undefined
  if (detail.commandCut) return cutOff(place)
  return toReading(toRecord(detail, context.reference), READER, { place, context })
}

function cutOff(place: LineRecord['place']): Reading {
  const because = 'the record is cut off inside a command'
  const note = { code: `${READER.id}/cut-off`, severity: 'warning' as const, message: because, place }
  return { facts: [], notes: [note], outcome: 'unsupported', because }
}

/** Whose record this is and when, whatever it says. */
export function hearBlock({ text }: LineRecord, context: ReadContext): Heard | undefined {
  const detail = readDetailRecord(text)
  return detail === undefined ? undefined : toHeard(toRecord(detail, context.reference), context)
}

function toRecord(detail: DetailRecord, reference: Instant): AaaRecord {
  const { value } = detail
  const sent = sentCommand(detail)
  const text = sent === undefined ? undefined : toCommand([sent.text])?.text
  const isAccounting = value('Acct-Status-Type') !== undefined
  return {
    device: deviceOf(detail),
    actor: actorOf(detail),
    time: timesOf(detail, reference),
    // A record that is sent again says how long it waited, so that its own time stays the same.
    task: { id: value('Acct-Session-Id'), written: receivedWhenNew(detail) },
    ...(text === undefined
      ? {}
      : { command: { text, recordedBy: 'accounting', outcome: 'accepted', platform: sent?.platform } }),
    signals: isAccounting ? fallbackSignals(detail, text) : loginSignals(detail),
    shown: shownOf(detail, sent),
    otherwise: isAccounting
      ? `accounting without a command: ${value('Acct-Status-Type')}`
      : (value('Packet-Type') ?? 'a record without a command'),
  }
}

/** An answer goes to the device, everything else comes from it. */
function deviceOf({ value }: DetailRecord): AaaRecord['device'] {
  const own = value('NAS-IP-Address') ?? value('NAS-IPv6-Address')
  const peer = isAnswer(value('Packet-Type')) ? 'Packet-Dst' : 'Packet-Src'
  const address = own ?? value('Client-IP-Address') ?? value(`${peer}-IP-Address`) ?? value(`${peer}-IPv6-Address`)
  const name = value('NAS-Identifier') ?? ''
  return [...deviceName(address), ...(/^[A-Za-z\d][\w.-]{0,252}$/.test(name) ? deviceName(name) : [])]
}

function isAnswer(packetType = ''): boolean {
  return /^Access-(?:Accept|Reject)$/.test(packetType)
}

function actorOf({ value }: DetailRecord): Actor {
  const account = value('User-Name')
  const from = value('Calling-Station-Id') ?? value('Login-IP-Host')
  const line = value('NAS-Port-Id') ?? value('NAS-Port')
  return {
    ...(account === undefined ? {} : { account }),
    ...(from === undefined ? {} : { from }),
    ...(line === undefined ? {} : { line }),
  }
}

/**
 * `Timestamp` is when the server received it, `Acct-Delay-Time` how long the device had waited. `Event-Timestamp` is the device's
 * clock, or the server's where the device sent none: then both agree.
 *
 * @source FreeRADIUS rlm_detail.c, rlm_preprocess.c; RFC 2866, section 5.2; RFC 2869, section 5.3
 */
function timesOf(detail: DetailRecord, reference: Instant): FactTime {
  const { value } = detail
  const server = receivedWhenNew(detail)
  const event = value('Event-Timestamp')?.replace(/ [A-Z]{1,5}$/, '')
  const zone = / ([A-Z]{1,5})$/.exec(value('Event-Timestamp') ?? '')?.[1]
  const byServer = timeOf({ server }, reference)
  const byDevice = timeOf({ server, start: event, zone }, reference)
  const isOwnClock = byDevice.basis === 'record' && apartMs(byDevice, byServer) > SAME_CLOCK_MS
  return isOwnClock || byServer.at === undefined ? byDevice : byServer
}

/** Both are whole seconds. */
const SAME_CLOCK_MS = 1000

/** When the server would have received the record, had the device not waited; the header where the server wrote no `Timestamp`. */
function receivedWhenNew({ header, value }: DetailRecord): string {
  const received = Number(value('Timestamp'))
  const waited = Number(value('Acct-Delay-Time') ?? 0)
  return Number.isFinite(received) && waited >= 0 ? String(received - waited) : header
}

function apartMs({ at: a }: FactTime, { at: b }: FactTime): number {
  return a === undefined || b === undefined ? Number.POSITIVE_INFINITY : Math.abs(toEpochMs(a) - toEpochMs(b))
}

/** @source RFC 2866, section 5.6: the device checked the account itself */
function fallbackSignals({ value }: DetailRecord, command: string | undefined): readonly AaaSignal[] {
  const isLocal = /^local$/i.test(value('Acct-Authentic') ?? '')
  if (!isLocal || (command === undefined && value('Acct-Status-Type') !== 'Start')) return []
  return [
    { signal: 'aaa-fallback-local', outcome: 'accepted', detail: 'the device checked the account by its own list' },
  ]
}

/** @source FreeRADIUS rlm_detail.c: `Packet-Type` of requests and answers */
function loginSignals(detail: DetailRecord): readonly AaaSignal[] {
  const { value } = detail
  const packetType = value('Packet-Type')
  if (!isAnswer(packetType)) return []
  const isEnable = isEnableAccount(value('User-Name'))
  if (!isEnable && !isAdministration(detail)) return []
  return [loginSignal({ isEnable, accepted: packetType === 'Access-Accept', by: 'RADIUS' })]
}

function isAdministration({ attributes, value }: DetailRecord): boolean {
  return isDeviceLogin(value) || attributes.some(({ name, value: granted }) => grantsAdministration(name, granted))
}

function grantsAdministration(name: string, value: string): boolean {
  if (/^cisco-avpair$/i.test(name)) return value.startsWith('shell:')
  return ADMINISTRATION_ATTRIBUTES.some((known) => known.toLowerCase() === name.toLowerCase())
}

/** What is shown of a record: nothing but these, because any other attribute may hold what a device sent. */
const SHOWN: readonly string[] = [
  'Packet-Type',
  'User-Name',
  'NAS-IP-Address',
  'NAS-IPv6-Address',
  'NAS-Identifier',
  'NAS-Port-Id',
  'Calling-Station-Id',
  'Service-Type',
  'Acct-Status-Type',
  'Acct-Authentic',
  'Timestamp',
]

function shownOf({ header, value }: DetailRecord, sent: SentCommand | undefined): string {
  const shown = SHOWN.flatMap((name) => (value(name) === undefined ? [] : [`${name} = ${value(name)}`]))
  return [header, ...shown, ...(sent === undefined ? [] : [`${sent.attribute} = `])].join(', ')
}
