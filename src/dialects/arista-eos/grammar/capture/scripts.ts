/** Commands that run later: in event handlers, daemons, aliases and schedules. A mirror in one of them waits for its moment. */
import type { MirrorEdit } from '../../../../facts/mirror-edit.ts'
import type { SessionChange, Step } from '../../../_cisco-configuration/commands/step.ts'
import { change } from '../command.ts'
import type { Script } from '../mode.ts'

/** Longer scripts are cut. */
const MAX_SCRIPT_LENGTH = 8192
/** Ends of commands inside a script: quotes, line ends written as `\n`, and what parts shell commands. */
const BETWEEN = /\\n|[;"'\n]|&&|\|\|/
const MIRROR = /^(?:mon\w* s\w* \S|que\w*-\w* \w+ mir\w*|switchport (?:tap|tool) )/i
const CAPTURE = /(?:^|[\s/])tcpdump(?:\s|$)/
const KINDS: readonly Script['kind'][] = ['event-handler', 'daemon', 'alias', 'schedule']

/** `event-handler TAP` → the script that a command opens or names; undefined for other commands. */
export function namedScript([first = '', name = '']: readonly string[]): Script | undefined {
  const kind = KINDS.find((word) => word === first.toLowerCase())
  return kind === undefined || name === '' ? undefined : { kind, name }
}

/**
 * What a script does to mirrors: `FastCli -p 15 -c $'configure\nmonitor session TAP source Ethernet1'` → one session of the script,
 * of which nobody knows whether it runs, and a signal that says so. Undefined when it does nothing to them. `read` reads one command.
 */
export function readScript(text: string, script: Script, read: (command: string) => Step): Step | undefined {
  const commands = commandsIn(text)
  const [first] = commands
  if (first === undefined) return undefined
  const edits = commands.flatMap((command) => read(command).changes ?? []).flatMap((one) => ofScript(one, script))
  const title = `${script.kind} ${script.name}`
  const known: MirrorEdit = { do: 'set', details: { script: title } }
  return {
    ...(edits.length === 0 ? {} : { changes: [scriptChange(script, [...edits, known], `${title}: ${first}`)] }),
    signal: { signal: 'scripted-mirror', detail: `${title} runs "${first}"` },
  }
}

/** The session of a script that is taken away. `no event-handler TAP` */
export function removeScript(script: Script): Step {
  return { changes: [scriptChange(script, [{ do: 'remove' }], `no ${script.kind} ${script.name}`)] }
}

function scriptChange({ kind, name }: Script, edits: readonly MirrorEdit[], canonical: string): SessionChange {
  return change(kind, name, { edits, canonical })
}

/** The commands of a script that set up a mirror; those that take one away are no mirror. */
function commandsIn(text: string): readonly string[] {
  return text
    .slice(0, MAX_SCRIPT_LENGTH)
    .split(BETWEEN)
    .map((part) => part.trim())
    .flatMap((part) =>
      CAPTURE.test(part) ? [`bash ${part.replace(/^bash\s+/, '')}`] : MIRROR.test(part) ? [part] : [],
    )
}

/** The edits of a session as those of the script's own: its name, and never known to run. */
function ofScript({ edits }: SessionChange, { name }: Script): readonly MirrorEdit[] {
  return edits.flatMap((edit): readonly MirrorEdit[] => {
    if (edit.do === 'remove') return []
    return edit.do === 'define' ? [{ ...edit, name, enabled: 'unknown' }] : [edit]
  })
}
