/** Commands that blind a witness of what is typed, bring a configuration in, or change what a mirror depends on. */
import type { SignalKind } from '../../../facts/fact.ts'
import { abbreviates, matchKeyword } from '../../../kit/keyword.ts'
import type { Step } from '../../_cisco-configuration/commands/step.ts'
import type { EosCommand } from './command.ts'

const MAX_TEXT = 120
const COPY_ORIGINS = /^(?:[a-z][a-z0-9]{1,15}:\S*|startup-config|clean-config)$/i

/** Reads a command that is no mirror and yet decides what is known of one; undefined for every other command. */
export function readWitnessCommand(command: EosCommand): Step | undefined {
  return readCut(command) ?? readCopyIn(command) ?? readDependency(command)
}

/** `clear logging`, `aaa accounting commands all default none`, and what is taken away with `no`. */
function readCut({ verb, words }: EosCommand): Step | undefined {
  if (verb !== 'set') return readRemoval(words)
  const [first, second] = words
  if (abbreviates(first, 'clear', 2) && abbreviates(second, 'logging', 3)) return told('logging-cut', 'log cleared')
  const isNone = isAccounting(words) && words.at(-1)?.toLowerCase() === 'none'
  return isNone ? told('accounting-cut', 'accounting of commands set to none') : undefined
}

/** `no logging host 192.0.2.50`, `no aaa accounting commands all default`, `no daemon TerminAttr`. */
function readRemoval(words: readonly string[]): Step | undefined {
  const [first, second, third] = words
  if (abbreviates(first, 'logging', 4)) return readLoggingCut(words.slice(1))
  if (isAccounting(words)) return told('accounting-cut', 'accounting of commands removed')
  if (abbreviates(first, 'aaa', 3) && abbreviates(second, 'accounting', 2) && third === undefined)
    return told('accounting-cut', 'accounting removed')
  const isTelemetry = first === 'daemon' && second === 'TerminAttr'
  return isTelemetry ? told('logging-cut', 'streaming telemetry removed') : undefined
}

/** @source EOS commands `logging host`, `logging vrf NAME host`, `logging on`, `logging trap` */
function readLoggingCut(words: readonly string[]): Step | undefined {
  const inVrf = abbreviates(words[0], 'vrf', 2) ? words.slice(2) : words
  const [what, host] = inVrf
  if (abbreviates(what, 'host', 2))
    return told('logging-cut', `logging to host ${host ?? ''} removed`.replace('  ', ' '))
  if (what === 'on') return told('logging-cut', 'logging switched off')
  return abbreviates(what, 'trap', 2) ? told('logging-cut', 'logging to hosts switched off') : undefined
}

function isAccounting([first, second, third]: readonly string[]): boolean {
  return abbreviates(first, 'aaa', 3) && abbreviates(second, 'accounting', 2) && abbreviates(third, 'commands', 3)
}

/**
 * `copy tftp:x running-config`, `configure replace flash:x`, `configure checkpoint restore C`: lines that nobody types.
 *
 * @source EOS commands `copy`, `configure replace`, `configure network`, `configure checkpoint restore`
 */
function readCopyIn({ verb, words }: EosCommand): Step | undefined {
  const [first, second = '', third = '', fourth = ''] = words
  if (verb !== 'set') return undefined
  if (abbreviates(first, 'copy', 3)) {
    const into = abbreviates(third, 'running-config', 3) || /^(?:system:|session:|session-config)/i.test(third)
    return into && COPY_ORIGINS.test(second) ? copiedIn(second) : undefined
  }
  if (!abbreviates(first, 'configure', 4)) return undefined
  const how = matchKeyword(second, ['replace', 'network', 'checkpoint', 'terminal', 'session', 'convert'])
  if (how === 'replace' || how === 'network') return copiedIn(third)
  return how === 'checkpoint' && abbreviates(third, 'restore', 3) ? copiedIn(`checkpoint ${fourth}`) : undefined
}

function copiedIn(origin: string): Step {
  return told('configuration-copied-in', `configuration copied in from ${origin}`)
}

/** What decides where a copy travels and what of it, whom the device asks, and what it runs. */
function readDependency({ verb, words }: EosCommand): Step | undefined {
  const [first = '', second, third = ''] = words
  const text = `${verb === 'set' ? '' : 'no '}${words.join(' ')}`
  if (abbreviates(first, 'boot', 4) && abbreviates(second, 'system', 3)) return told('image-changed', text)
  if (/^(?:tacacs|radius)-server$/i.test(first) && abbreviates(second, 'host', 2))
    return told('aaa-server-changed', `${first} host ${third} ${verb === 'set' ? 'set' : 'removed'}`)
  return /^(?:ip|ipv6|mac)$/i.test(first) ? readForwarding(second, text) : undefined
}

function readForwarding(second: string | undefined, text: string): Step | undefined {
  if (abbreviates(second, 'route', 5)) return told('route-changed', text)
  return abbreviates(second, 'access-list', 6) ? told('filter-changed', text) : undefined
}

function told(signal: SignalKind, detail: string): Step {
  return { signal: { signal, detail: detail.slice(0, MAX_TEXT).trim() } }
}
