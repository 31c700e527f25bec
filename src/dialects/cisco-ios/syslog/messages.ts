/** What the messages of IOS that matter here say. */
import type { Actor } from '../../../facts/schema-parts.ts'
import { mayBelongToMirror } from '../../_commands/mirror-words.ts'
import type { CiscoMessage } from '../../_syslog/cisco-header.ts'
import type { Meaning } from '../../_syslog/cisco-line-reader.ts'
import { readAccessMessage } from './access-messages.ts'

const LOGGED_COMMAND = /^User:(.{0,128}?)\s{1,4}logged command:(.*)$/s
const CONFIGURED = /Configured from (\S{1,512}) by (\S{1,128})(?: on (\S{1,64}))?(?: \(([^)]{1,128})\))?/
const LOGGING_STOPPED = /^Logging to host (\S{1,128})(?: port \d{1,5})? stopped/
/** A line of the device, where an account would stand. */
const TERMINAL = /^(?:console|aux|(?:con|vty|tty|aux)\d{1,4})$/i

/** @source facility and mnemonic as public detection content names them; the text after them is not published */
const RUNNING_MESSAGES: readonly string[] = ['SPAN-SESSION_UP', 'MIRROR-ETH_SPAN_SESSION_UP', 'SPAN-PKTCAP_START']

/** Reads a message by facility and mnemonic. Never throws. */
export function readMessage(message: CiscoMessage): Meaning {
  const { facility, mnemonic, text } = message
  if (mnemonic === 'CFGLOG_LOGGEDCMD') return readLoggedCommand(text)
  if (mnemonic === 'CONFIG_I') return readConfigured(text)
  if (mnemonic === 'LOGGINGHOST_STARTSTOP') return readLoggingHost(text)
  if (RUNNING_MESSAGES.includes(`${facility.replace(/-.*$/, '')}-${mnemonic}`)) return { kind: 'state', running: true }
  return readAccessMessage(message) ?? irrelevant(message)
}

function irrelevant({ facility, mnemonic }: CiscoMessage): Meaning {
  return { kind: 'irrelevant', because: `${facility} ${mnemonic} is not about mirroring` }
}

/** A command as it was typed, of whom it is not known who typed it. */
export function readBareCommand(command: string): Meaning {
  return keepCommand(command, {})
}

/** @source `%PARSER-5-CFGLOG_LOGGEDCMD: User:U  logged command:C`; `!exec:` stands before commands of EXEC mode */
function readLoggedCommand(text: string): Meaning {
  const [, user, command] = LOGGED_COMMAND.exec(text) ?? []
  if (user === undefined || command === undefined)
    return { kind: 'unrecognised', because: 'a logged command without a user' }
  return keepCommand(command.trim(), actorOf(user))
}

function keepCommand(command: string, actor: Actor): Meaning {
  if (!mayBelongToMirror(command)) return { kind: 'irrelevant', because: 'a command that does not belong to a mirror' }
  return { kind: 'command', command, actor }
}

/** `console` and `vty0` are lines, `unknown user` is nobody. */
function actorOf(user: string): Actor {
  if (user === '' || user.toLowerCase() === 'unknown user') return {}
  return TERMINAL.test(user) ? { line: user } : { account: user }
}

/**
 * `Configured from console by netops-1 on vty0 (192.0.2.10)`: something was typed. From a file, memory or SNMP, nothing was,
 * and the command log shows nothing of it.
 *
 * @source `%SYS-5-CONFIG_I`, `%DMI-5-CONFIG_I`
 */
function readConfigured(text: string): Meaning {
  const [, origin, who = '', line, from] = CONFIGURED.exec(text) ?? []
  if (origin === undefined) return { kind: 'unrecognised', because: 'CONFIG_I without an origin' }
  const by = who.replace(/,$/, '')
  const known = by === 'snmp' ? {} : actorOf(by)
  const actor = { ...known, ...(line === undefined ? {} : { line }), ...(from === undefined ? {} : { from }) }
  const typed = TERMINAL.test(origin) || /^(?:NETCONF|RESTCONF)/i.test(origin)
  if (typed) return { kind: 'signal', signal: 'configuration-edited', detail: `configured from ${origin}`, actor }
  const carrier = by === 'snmp' ? ' by SNMP' : ''
  return { kind: 'signal', signal: 'configuration-copied-in', detail: `configured from ${origin}${carrier}`, actor }
}

/** @source `%SYS-6-LOGGINGHOST_STARTSTOP: Logging to host A port P stopped - CLI initiated` */
function readLoggingHost(text: string): Meaning {
  const [, host] = LOGGING_STOPPED.exec(text) ?? []
  if (host === undefined) return { kind: 'irrelevant', because: 'logging to a host started' }
  return { kind: 'signal', signal: 'logging-cut', detail: `logging to host ${host} stopped`, actor: {} }
}
