/** Scripts that type commands later: event manager applets, scheduler jobs, aliases. */
import { matchKeyword } from '../../../../kit/keyword.ts'
import type { Step } from '../../../_cisco-configuration/commands/step.ts'
import type { Mode } from '../mode.ts'

const MIRROR_COMMAND = /\b(?:no\s)?(?:mon\w{0,4}\s{1,4}ses\w{0,4}\s|ethanalyzer\s|tcpdump\b)/i

/** The mode of a script whose head this is: `event manager applet TAP`, `scheduler job name TAP`. */
export function openScript([first = '', second, third, fourth = '']: readonly string[]): Mode | undefined {
  if (first.length < 3) return undefined
  if (matchKeyword(first, ['event']) && matchKeyword(second, ['manager']) && matchKeyword(third, ['applet']))
    return { in: 'script', name: `applet ${fourth}`, body: 'indented' }
  if (matchKeyword(first, ['scheduler']) && matchKeyword(second, ['job']) && matchKeyword(third, ['name']))
    return { in: 'script', name: `scheduler job ${fourth}`, body: 'flat' }
  return undefined
}

/**
 * A line of a script that would start or stop a mirror: `action 1.0 cli monitor session 1 ; no shut` in an applet, any command
 * in a scheduler job. Undefined for other lines.
 *
 * @source Cisco NX-OS commands `action … cli`, `scheduler job name` (a job's commands stand on lines of their own, parted by `;`)
 */
export function readScriptLine(words: readonly string[], name: string): Step | undefined {
  const text = words.join(' ').replace(/^action\s\S{1,32}\scli\s(?:local\s)?/i, '')
  return MIRROR_COMMAND.test(text) ? scripted(name, text) : undefined
}

/** `cli alias name TAP monitor session 1 ; no shut`: the words of a mirror under another name. */
export function readAlias(words: readonly string[]): Step | undefined {
  const [, name = '', text = ''] = /^cli alias name (\S{1,64}) (.*)$/i.exec(words.join(' ')) ?? []
  return MIRROR_COMMAND.test(text) ? scripted(`alias ${name}`, text) : undefined
}

function scripted(name: string, text: string): Step {
  const typed = text.replaceAll('"', '').trim()
  return { signal: { signal: 'scripted-mirror', detail: `${name} runs "${typed}"` } }
}
