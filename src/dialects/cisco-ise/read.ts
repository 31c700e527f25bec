/** One line of ISE or ACS → what it says of a device: a command done or asked for, a login, a gained privilege. */
import type { Actor, RefName } from '../../facts/schema-parts.ts'
import { type AaaCommand, type AaaRecord, type AaaSignal, deviceName } from '../_aaa/aaa-record.ts'
import { toCommand } from '../_aaa/command-text.ts'
import { loginSignal } from '../_aaa/login-signal.ts'
import { commandAttribute, isDeviceLogin, isEnableAccount } from '../_aaa/radius-login.ts'
import { redactForms } from '../_aaa/redact-command.ts'
import { irrelevant, toHeard, toReading } from '../_aaa/to-reading.ts'
import { timeOf } from '../_aaa/two-clocks.ts'
import type { Heard, LineRecord, ReadContext, Reading } from '../contract.ts'
import { type Attributes, readAttributes } from './attributes.ts'
import { type Message, readFirstSegment, readMessageLine, type Segment } from './message.ts'

/** The dialect's id and version, in every fact. */
export const READER = { id: 'cisco-ise', version: 1 } as const

/** Reads a line; undefined when neither ISE nor ACS wrote it. Never throws. */
export function readLine({ text, place }: LineRecord, context: ReadContext): Reading | undefined {
  const line = readMessageLine(text, context.reference)
  if (line === undefined) return undefined
  if ('alarm' in line) return irrelevant('an alarm of the server about itself')
  const { segment } = line
  const message = segment.index === 0 ? readFirstSegment(segment) : undefined
  if (message === undefined) return readRest(segment, { text, place })
  const attributes = readAttributes(message.attributes)
  if (attributes.commandCut) return lost('the command goes on in another segment of the message', place)
  return toReading(toRecord(message, attributes, context), READER, { place, context })
}

/** Whose record this is and when, whatever it says; only the first segment of a message says so. */
export function hearLine({ text }: LineRecord, context: ReadContext): Heard | undefined {
  const line = readMessageLine(text, context.reference)
  const message = line !== undefined && 'segment' in line ? firstOf(line.segment) : undefined
  return message === undefined
    ? undefined
    : toHeard(toRecord(message, readAttributes(message.attributes), context), context)
}

function firstOf(segment: Segment): Message | undefined {
  return segment.index === 0 ? readFirstSegment(segment) : undefined
}

/** A segment behind the first does not say whose it is, and nothing remembers the first. */
function readRest({ index, total, body }: Segment, { place }: LineRecord): Reading {
  if (/CmdA(?:rgA)?V=/.test(body)) return lost('a command without the segment that names its device', place)
  return irrelevant(`segment ${index + 1} of ${total}; what is read of a message stands in its first`)
}

function lost(because: string, place: LineRecord['place']): Reading {
  const note = { code: `${READER.id}/segment-lost`, severity: 'warning' as const, message: because, place }
  return { facts: [], notes: [note], outcome: 'unsupported', because }
}

function toRecord(message: Message, attributes: Attributes, { reference }: ReadContext): AaaRecord {
  const { value } = attributes
  const [start, id] = [value('start_time'), value('task_id')]
  const command = commandOf(message, attributes)
  return {
    device: devicesOf(attributes),
    actor: actorOf(attributes),
    time: timeOf(
      {
        server: message.writtenTime,
        start,
        stop: value('stop_time'),
        elapsed: value('elapsed_time'),
        zone: value('timezone'),
        isStop: value('AcctRequest-Flags') === 'Stop',
      },
      reference,
    ),
    task: { id, start, written: `${message.writtenTime} ${message.sequence}` },
    command,
    signals: signalsOf(message, attributes, command),
    shown: shownOf(message, attributes),
    otherwise: redactForms(message.says),
  }
}

/** A name that is none of a host (`Default Network Device`) stands for many devices. */
function devicesOf({ value }: Attributes): readonly RefName[] {
  const name = value('NetworkDeviceName') ?? ''
  const address = deviceName(value('Device IP Address') ?? value('NAS-IP-Address') ?? value('NAS-IPv6-Address'))
  return [...address, ...(/^[A-Za-z\d][\w.-]{0,252}$/.test(name) ? deviceName(name) : [])]
}

function actorOf({ value }: Attributes): Actor {
  const account = filled(value('User')) ?? filled(value('User-Name')) ?? filled(value('UserName'))
  const from = filled(value('Remote-Address')) ?? filled(value('Calling-Station-ID'))
  const line = filled(value('Port')) ?? filled(value('NAS-Port-Id'))
  return {
    ...(account === undefined ? {} : { account }),
    ...(from === undefined ? {} : { from }),
    ...(line === undefined ? {} : { line }),
  }
}

function filled(text: string | undefined): string | undefined {
  return text === undefined || text === '' || text === 'unknown' || text === '0.0.0.0' ? undefined : text
}

/** @source Cisco ISE Syslogs: 3300 (accounting with command), 5202 and 5402 (command authorization); ACS 5.8 the same */
function commandOf({ says }: Message, attributes: Attributes): AaaCommand | undefined {
  const { command, value } = attributes
  const text = command === undefined ? undefined : toCommand(command)?.text
  const id = value('task_id') ?? ''
  const sequence = /^\d{1,15}$/.test(id) ? Number(id) : undefined
  if (text === undefined) return radiusCommand(attributes)
  if (/\baccounting\b/i.test(says)) return { text, recordedBy: 'accounting', outcome: 'accepted', sequence }
  const outcome = /\bsucceeded\b/i.test(says) ? 'accepted' : 'denied'
  return /\bauthorization\b/i.test(says) ? { text, recordedBy: 'authorisation', outcome } : undefined
}

function radiusCommand({ names, value }: Attributes): AaaCommand | undefined {
  const name = radiusCommandName(names)
  const text = name === undefined ? undefined : toCommand([value(name) ?? ''])?.text
  if (name === undefined || text === undefined) return undefined
  return { text, recordedBy: 'accounting', outcome: 'accepted', platform: commandAttribute(name)?.platform }
}

function radiusCommandName(names: readonly string[]): string | undefined {
  return names.find((name) => commandAttribute(name) !== undefined)
}

function signalsOf(message: Message, attributes: Attributes, command: AaaCommand | undefined): readonly AaaSignal[] {
  if (/\baccounting\b/i.test(message.says)) return accountingSignals(message, attributes, command)
  return command === undefined ? loginSignals(message, attributes) : []
}

/** @source Cisco ISE Syslogs: 5200, 5201 (authentication succeeded), 5400, 5401 (authentication failed) */
function loginSignals({ says }: Message, { value }: Attributes): readonly AaaSignal[] {
  const [, result] = /^Authentication (succeeded|failed)$/i.exec(says) ?? []
  if (result === undefined || !isAboutDevice(value)) return []
  const isEnable = value('Service') === 'Enable' || isEnableAccount(value('User-Name'))
  const by = isTacacs(value) ? 'TACACS+' : 'RADIUS'
  return [loginSignal({ isEnable, accepted: result.toLowerCase() === 'succeeded', by }, filled(value('FailureReason')))]
}

/** TACACS+ administers devices; RADIUS mostly lets end systems in. */
function isAboutDevice(value: Attributes['value']): boolean {
  return isTacacs(value) || isDeviceLogin(value)
}

function isTacacs(value: Attributes['value']): boolean {
  return /^tacacs/i.test(value('Protocol') ?? '')
}

/** The device says itself that it asked its own accounts, or that its accounting was set up anew. */
function accountingSignals({ says }: Message, { value }: Attributes, command?: AaaCommand): readonly AaaSignal[] {
  if (value('event') === 'sys_acct' && value('reason') === 'reconfigure')
    return [
      { signal: 'aaa-server-changed', outcome: 'accepted', detail: 'the accounting of the device was configured anew' },
    ]
  const isLocal = /^local$/i.test(value('Authen-Method') ?? value('Acct-Authentic') ?? '')
  if (!isLocal || (command === undefined && !/\bstart\b/i.test(says))) return []
  return [
    { signal: 'aaa-fallback-local', outcome: 'accepted', detail: 'the device checked the account by its own list' },
  ]
}

/** What is shown of a message: nothing but these, because any other attribute may hold what a device sent. */
const SHOWN: readonly string[] = [
  'Device IP Address',
  'NetworkDeviceName',
  'User',
  'User-Name',
  'Port',
  'NAS-Port-Id',
  'Remote-Address',
  'Calling-Station-ID',
  'Service',
  'Service-Type',
  'Authen-Method',
  'Acct-Authentic',
  'task_id',
  'event',
  'reason',
]

function shownOf({ writtenTime, sequence, code, says }: Message, { value, names, command }: Attributes): string {
  const shown = SHOWN.flatMap((name) => (filled(value(name)) === undefined ? [] : [`${name}=${value(name)}`]))
  const mark = command === undefined ? radiusCommandName(names) : 'CmdAV'
  const head = `${writtenTime} ${sequence} ${code} ${says}`
  return [head, ...shown, ...(mark === undefined ? [] : [`${mark}=`])].join(', ')
}
