/** Commands that blind a witness of what is typed, or bring a configuration in. */
import { abbreviates, matchKeyword } from '../../../../kit/keyword.ts'
import type { Verb } from '../../../_cisco-configuration/commands/command-line.ts'
import type { Step } from '../../../_cisco-configuration/commands/step.ts'

const COPY_ORIGINS =
  /^(?:(?:bootflash|flash|ftp|http|https|nvram|rcp|scp|sftp|slot0|tftp|usbflash\d|disk\d|harddisk)\S*:|startup-config)/i

/**
 * Cuts of the log, the command log or command accounting: `no logging host 192.0.2.50`, `no archive`, `no notify syslog`,
 * `no aaa accounting commands 15 default`. Undefined when the command cuts nothing for certain (`no logging console`).
 */
export function readWitnessCut(verb: Verb, words: readonly string[]): Step | undefined {
  if (verb === 'set') return undefined
  const [first, second, third] = words
  if (abbreviates(first, 'archive', 2) && words.length === 1) {
    return cut('command-logging-cut', 'the archive with its command log removed')
  }
  if (abbreviates(first, 'notify', 3)) return cut('command-logging-cut', 'command log no longer sent to syslog')
  if (abbreviates(first, 'aaa', 3)) return readAccountingCut(second, third)
  if (first === 'log' && abbreviates(second, 'config', 4)) return cut('command-logging-cut', 'command log removed')
  return abbreviates(first, 'logging', 4) ? readLoggingCut(second, third) : undefined
}

/** @source Cisco IOS commands `logging host`, `logging on`, `logging trap`; `logging enable` of archive/log config */
function readLoggingCut(second: string | undefined, third: string | undefined): Step | undefined {
  if (second !== undefined && /^\d+\.\d+\.\d+\.\d+$/.test(second))
    return cut('logging-cut', `logging to host ${second} removed`)
  if (abbreviates(second, 'host', 2)) return cut('logging-cut', `logging to host ${third ?? ''} removed`)
  if (second === 'on') return cut('logging-cut', 'logging switched off')
  if (abbreviates(second, 'trap', 2)) return cut('logging-cut', 'logging to hosts switched off')
  return abbreviates(second, 'enable', 2) ? cut('command-logging-cut', 'command log switched off') : undefined
}

function readAccountingCut(second: string | undefined, third: string | undefined): Step | undefined {
  if (abbreviates(second, 'new-model', 3)) return cut('accounting-cut', 'AAA switched off')
  if (!abbreviates(second, 'accounting', 2)) return undefined
  if (third !== undefined && !abbreviates(third, 'commands', 3)) return undefined
  return cut('accounting-cut', 'accounting of commands removed')
}

function cut(signal: 'logging-cut' | 'command-logging-cut' | 'accounting-cut', detail: string): Step {
  return { signal: { signal, detail } }
}

/**
 * `copy tftp://192.0.2.9/x running-config`, `configure replace flash:x`: lines merged this way are not in the command log.
 *
 * @source Cisco IOS "Configuration Change Notification and Logging": files applied with copy are not logged
 */
export function readCopyIn(words: readonly string[]): Step | undefined {
  const [first, second = '', third = ''] = words
  if (
    abbreviates(first, 'copy', 3) &&
    COPY_ORIGINS.test(second) &&
    (abbreviates(third, 'running-config', 3) || third.startsWith('system:'))
  ) {
    return copiedIn(second)
  }
  if (!abbreviates(first, 'configure', 4)) return undefined
  const how = matchKeyword(second, [
    'replace',
    'network',
    'overwrite-network',
    'memory',
    'terminal',
    'revert',
    'confirm',
  ])
  if (how === 'replace' || how === 'network' || how === 'overwrite-network') return copiedIn(third)
  return how === 'memory' ? copiedIn('startup-config') : undefined
}

function copiedIn(origin: string): Step {
  return { signal: { signal: 'configuration-copied-in', detail: `configuration copied in from ${origin}` } }
}
