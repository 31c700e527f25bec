/** One line of ClearPass → what it says of a device: a login, a command done or asked for. */
import type { Actor } from '../../facts/schema-parts.ts'
import type { Instant } from '../../kit/instant.ts'
import { type AaaCommand, type AaaRecord, type AaaSignal, deviceName } from '../_aaa/aaa-record.ts'
import { toCommand } from '../_aaa/command-text.ts'
import { loginSignal } from '../_aaa/login-signal.ts'
import { commandAttribute, isDeviceLogin, isEnableAccount } from '../_aaa/radius-login.ts'
import { toHeard, toReading } from '../_aaa/to-reading.ts'
import { timeOf } from '../_aaa/two-clocks.ts'
import type { Heard, LineRecord, ReadContext, Reading } from '../contract.ts'
import { type ClearPassMessage, readClearPassMessage } from './message.ts'

/** The dialect's id and version, in every fact. */
export const READER = { id: 'aruba-clearpass', version: 1 } as const

/** Reads a line; undefined when ClearPass did not write it. Never throws. */
export function readLine({ text, place }: LineRecord, context: ReadContext): Reading | undefined {
  const message = readClearPassMessage(text, context.reference)
  if (message === undefined) return undefined
  if (isCommandColumn(nameOf(message.columns.get('attr_name') ?? ''))) return commandAlone(place)
  return toReading(toRecord(message, context.reference), READER, { place, context })
}

/** Whose record this is and when, whatever it says. */
export function hearLine({ text }: LineRecord, context: ReadContext): Heard | undefined {
  const message = readClearPassMessage(text, context.reference)
  return message === undefined ? undefined : toHeard(toRecord(message, context.reference), context)
}

/** `CPPM_Session_Detail` has a line for each attribute, and the device in another. */
function commandAlone(place: LineRecord['place']): Reading {
  const because = 'a command without the line that names its device'
  const note = { code: `${READER.id}/command-alone`, severity: 'warning' as const, message: because, place }
  return { facts: [], notes: [note], outcome: 'unsupported', because }
}

function toRecord(message: ClearPassMessage, reference: Instant): AaaRecord {
  const command = commandOf(message)
  const written = writtenTime(message)
  return {
    device: deviceOf(message),
    actor: actorOf(message),
    time: timeOf({ server: written }, reference),
    task: { id: filled(message, 'request-id') ?? filled(message, 'session-id'), written },
    ...(command === undefined ? {} : { command }),
    signals: isAccounting(message) ? fallbackSignals(message, command) : loginSignals(message, command),
    shown: shownOf(message, command),
    otherwise: 'nothing about a login to a device or a command',
  }
}

function filled({ columns }: ClearPassMessage, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = columns.get(name)
    if (value !== undefined && value !== '' && value !== '-' && value !== 'N/A') return value
  }
  return undefined
}

function writtenTime(message: ClearPassMessage): string | undefined {
  return filled(message, 'request-timestamp', 'session-log-timestamp', 'timestamp') ?? message.writtenTime
}

function deviceOf(message: ClearPassMessage): AaaRecord['device'] {
  const name = filled(message, 'nas-identifier') ?? ''
  const address = deviceName(filled(message, 'nas-ip-address', 'nas-ipv6-address'))
  return [...address, ...(/^[A-Za-z\d][\w.-]{0,252}$/.test(name) ? deviceName(name) : [])]
}

function actorOf(message: ClearPassMessage): Actor {
  const account = filled(message, 'username')
  const from = filled(message, 'remote-address', 'calling-station-id')
  const line = filled(message, 'port', 'nas-port-id')
  return {
    ...(account === undefined ? {} : { account }),
    ...(from === undefined ? {} : { from }),
    ...(line === undefined ? {} : { line }),
  }
}

function isTacacs({ namespaces }: ClearPassMessage): boolean {
  return namespaces.has('tacacs')
}

/** By the kind of request, else because only accounting has flags. */
function isAccounting(message: ClearPassMessage): boolean {
  const type = filled(message, 'request-type')
  return type === undefined ? message.columns.has('flags') || message.columns.has('status-type') : /account/i.test(type)
}

function commandOf(message: ClearPassMessage): AaaCommand | undefined {
  const names = [...message.columns.keys()].filter(isCommandColumn)
  const text = toCommand(names.flatMap((name) => filled(message, name) ?? []))?.text
  if (text === undefined) return undefined
  if (!/authori[sz]/i.test(filled(message, 'request-type') ?? ''))
    return { text, recordedBy: 'accounting', outcome: 'accepted', platform: commandAttribute(names[0] ?? '')?.platform }
  return { text, recordedBy: 'authorisation', outcome: isAccepted(message) === false ? 'denied' : 'accepted' }
}

/** `TACACS.Cmd`, `TACACS.Acct-Cmd-Args`, and the command attributes of RADIUS. */
function isCommandColumn(name: string): boolean {
  return /^(?:cmd|command)(?:-?arg(?:s|uments)?)?$/.test(name) || commandAttribute(name) !== undefined
}

function nameOf(attribute: string): string {
  return attribute.split(/[.:]/).at(-1)?.toLowerCase() ?? ''
}

/** By the status of the login, the error code, or what failed; undefined where the line says none of it. */
function isAccepted(message: ClearPassMessage): boolean | undefined {
  const status = filled(message, 'login-status', 'auth-status')
  if (status !== undefined) return /^(?:accept|pass|success)/i.test(status)
  const code = filled(message, 'error-code')
  if (code !== undefined) return code === '0'
  const details = filled(message, 'error-code-details')
  if (details !== undefined) return /^success/i.test(details)
  const profiles = filled(message, 'enforcement-profiles')
  return profiles === undefined ? undefined : !/\bdeny\b/i.test(profiles)
}

function loginSignals(message: ClearPassMessage, command: AaaCommand | undefined): readonly AaaSignal[] {
  const accepted = isAccepted(message)
  const isAuthorisation = /authori[sz]/i.test(filled(message, 'request-type') ?? '')
  if (command !== undefined || accepted === undefined || isAuthorisation || !isAboutDevice(message)) return []
  const isEnable =
    /enable/i.test(filled(message, 'authen-service') ?? '') || isEnableAccount(filled(message, 'username'))
  const reason = filled(message, 'error-code-details', 'alerts')
  return [loginSignal({ isEnable, accepted, by: isTacacs(message) ? 'TACACS+' : 'RADIUS' }, reason)]
}

/** TACACS+ administers devices; RADIUS mostly lets end systems in. */
function isAboutDevice(message: ClearPassMessage): boolean {
  return isTacacs(message) || isDeviceLogin((name) => filled(message, name.toLowerCase()))
}

/** The device says itself that it asked its own accounts. */
function fallbackSignals(message: ClearPassMessage, command: AaaCommand | undefined): readonly AaaSignal[] {
  const isLocal = /local$/i.test(filled(message, 'authen-method', 'authentic') ?? '')
  const isStart = /start/i.test(filled(message, 'flags', 'status-type') ?? '')
  if (!isLocal || (command === undefined && !isStart)) return []
  return [
    { signal: 'aaa-fallback-local', outcome: 'accepted', detail: 'the device checked the account by its own list' },
  ]
}

/** What is shown of a message: nothing but these, because any other column may hold what a device sent. */
const SHOWN: readonly string[] = [
  'username',
  'nas-ip-address',
  'nas-identifier',
  'remote-address',
  'calling-station-id',
  'port',
  'service',
  'request-type',
  'login-status',
  'auth-status',
  'error-code',
  'error-code-details',
  'authen-service',
  'authen-method',
  'flags',
  'request-id',
]

function shownOf(message: ClearPassMessage, command: AaaCommand | undefined): string {
  const time = writtenTime(message)
  const shown = SHOWN.flatMap((name) =>
    filled(message, name) === undefined ? [] : [`${name}=${filled(message, name)}`],
  )
  return [...(time === undefined ? [] : [time]), ...shown, ...(command === undefined ? [] : ['command='])].join(', ')
}
