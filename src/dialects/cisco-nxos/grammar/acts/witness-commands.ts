/** Commands that blind a witness of what is typed, bring a configuration in, or carry a capture away. */
import type { SignalKind } from '../../../../facts/fact.ts'
import { abbreviates, matchKeyword } from '../../../../kit/keyword.ts'
import type { Verb } from '../../../_cisco-configuration/commands/command-line.ts'
import type { Step } from '../../../_cisco-configuration/commands/step.ts'

const FILE_ORIGIN = /^(?:bootflash|ftp|http|https|logflash|scp|sftp|slot0|tftp|usb\d|volatile|startup-config)/i
const PACKET_FILE = /\.p?cap(?:ng)?\d{0,3}$/i
/** The level from which commands are logged: AAA_ACCOUNTING_MESSAGE has severity 6. */
const COMMAND_LOG_LEVEL = 6

/** The signal of such a command; undefined for every other one. */
export function readWitnessCommand(verb: Verb, words: readonly string[]): Step | undefined {
  const [first = ''] = words
  if (first.length < 2) return undefined
  if (abbreviates(first, 'logging', 4)) return readLogging(verb, words.slice(1))
  if (abbreviates(first, 'aaa', 3)) return readAccounting(verb, words.slice(1))
  if (verb !== 'set') return undefined
  if (abbreviates(first, 'clear', 3)) return readClear(words.slice(1))
  if (abbreviates(first, 'copy', 3)) return readCopy(words.slice(1))
  return readReplacement(words)
}

/**
 * `no logging server 192.0.2.50`, `no logging logfile`, and a level at which commands are no longer logged.
 *
 * @source Cisco NX-OS commands `logging server`, `logging logfile`, `logging level`
 */
function readLogging(verb: Verb, [what, ...rest]: readonly string[]): Step | undefined {
  const kind = matchKeyword(what, [
    'server',
    'logfile',
    'level',
    'monitor',
    'console',
    'module',
    'origin-id',
    'source-interface',
    'timestamp',
  ])
  if (kind === 'level') return readLevel(verb, rest)
  if (verb === 'set') return undefined
  if (kind === 'server') return told('logging-cut', `logging to server ${rest[0] ?? ''} removed`)
  return kind === 'logfile' ? told('logging-cut', 'logging to the log file switched off') : undefined
}

function readLevel(verb: Verb, [facility = '', level]: readonly string[]): Step | undefined {
  if (!/^(?:aaa|all)$/i.test(facility)) return undefined
  const keeps = verb === 'set' && (level === undefined || Number(level) >= COMMAND_LOG_LEVEL || !/^\d$/.test(level))
  return keeps
    ? undefined
    : told('command-logging-cut', `commands no longer logged: level of ${facility} ${level ?? 'reset'}`)
}

/** @source Cisco NX-OS command `aaa accounting default {group … | local}` */
function readAccounting(verb: Verb, [what, , method]: readonly string[]): Step | undefined {
  if (what === undefined || what.length < 3 || !abbreviates(what, 'accounting', 3)) return undefined
  if (verb !== 'set') return told('accounting-cut', 'accounting to servers removed')
  return method?.toLowerCase() === 'local' ? told('accounting-cut', 'accounting kept on the switch alone') : undefined
}

/** @source Cisco NX-OS commands `clear accounting log`, `clear logging logfile` */
function readClear([what, which]: readonly string[]): Step | undefined {
  const kind = what !== undefined && what.length > 2 ? matchKeyword(what, ['accounting', 'logging']) : undefined
  if (kind === 'accounting') return told('accounting-cut', 'accounting log cleared')
  const log = matchKeyword(which, ['logfile', 'nvram', 'onboard', 'session', 'ip'])
  return kind === 'logging' && (log === 'logfile' || log === 'nvram')
    ? told('logging-cut', 'log file cleared')
    : undefined
}

function readCopy([from = '', to = '']: readonly string[]): Step | undefined {
  if (FILE_ORIGIN.test(from) && abbreviates(to, 'running-config', 3)) return copiedIn(from)
  return PACKET_FILE.test(from) && to.includes(':')
    ? told('capture-exported', `capture ${from} exported to ${to}`)
    : undefined
}

/** @source Cisco NX-OS commands `rollback running-config {checkpoint | file}`, `configure replace` */
function readReplacement([first, second, third = '', fourth = '']: readonly string[]): Step | undefined {
  if (abbreviates(first, 'rollback', 4) && abbreviates(second, 'running-config', 3))
    return copiedIn(`${third} ${fourth}`.trim())
  return abbreviates(first, 'configure', 4) && abbreviates(second, 'replace', 3) ? copiedIn(third) : undefined
}

function copiedIn(origin: string): Step {
  return told('configuration-copied-in', `configuration copied in from ${origin}`)
}

function told(signal: SignalKind, detail: string): Step {
  return { signal: { signal, detail: detail.trim() } }
}
