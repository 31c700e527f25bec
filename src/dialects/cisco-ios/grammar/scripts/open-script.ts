/** What runs commands by itself or under another name, as its head line says: applets, timed policies, aliases. */
import { abbreviates, matchKeyword } from '../../../../kit/keyword.ts'
import type { Script } from '../mode.ts'

/**
 * The script whose block a command opens: `event manager applet TAP`, `kron policy-list TAP`; undefined for other commands.
 *
 * @source Cisco IOS commands `event manager applet`, `kron policy-list` (which runs EXEC commands alone)
 */
export function openedScript(words: readonly string[]): Script | undefined {
  const [first = '', second, third, name = ''] = words
  if (abbreviates(first, 'event', 2) && matchKeyword(second, ['manager']) && matchKeyword(third, ['applet']))
    return { namespace: 'event-manager', id: name, title: `event manager applet ${name}`, runsIn: 'any' }
  if (first.toLowerCase() !== 'kron' || !matchKeyword(second, ['policy-list']) || third === undefined) return undefined
  return { namespace: 'kron', id: third, title: `kron policy-list ${third}`, runsIn: 'exec' }
}

/** A command under another name. */
export interface Alias {
  readonly script: Script
  readonly command: string
}

/** `alias exec tap monitor capture TAP start` → the alias and what it stands for. @source Cisco IOS command `alias mode name command` */
export function readAlias(words: readonly string[]): Alias | undefined {
  const [first = '', typed = '', id, ...command] = words
  if (!abbreviates(first, 'alias', 2) || id === undefined) return undefined
  const mode = matchKeyword(typed, ['configure', 'exec', 'interface']) ?? typed
  const runsIn = mode === 'exec' ? 'exec' : 'configuration'
  return {
    script: { namespace: 'alias', id, title: `alias ${mode} ${id}`, runsIn },
    command: command.join(' '),
  }
}

/** One line of a script: the command it runs, or the variable it sets. */
export interface ScriptLine {
  readonly command?: string
  readonly variable?: readonly [name: string, value: string]
}

/** Bounds what a value may make of a command. */
const MAX_VALUE_LENGTH = 256
const CLI = /^action\s+\S{1,32}\s+cli\s+command\s+(?:"([^"]*)"?|(\S.*))/i
const SET = /^action\s+\S{1,32}\s+set\s+(\S{1,64})\s+(?:"([^"]*)"?|(\S+))/i
const KRON = /^cli\s+(\S.*)/i

/** `action 1.0 cli command "monitor session 9 …"`, `action 0.5 set port "Gi1/0/9"`, `cli monitor capture TAP start`. */
export function readScriptLine(text: string): ScriptLine | undefined {
  const full = spelledOut(text)
  const [, quoted, bare] = CLI.exec(full) ?? []
  const command = quoted ?? bare ?? KRON.exec(full)?.[1]
  if (command !== undefined) return { command: command.trim() }
  const [, name, value, word] = SET.exec(full) ?? []
  return name === undefined ? undefined : { variable: [name, (value ?? word ?? '').slice(0, MAX_VALUE_LENGTH)] }
}

/** `event manager environment _collector 203.0.113.66` */
export function readEnvironment(words: readonly string[]): ScriptLine['variable'] {
  const [first, second, third, name, ...value] = words
  const isEnvironment =
    abbreviates(first, 'event', 2) &&
    abbreviates(second, 'manager', 3) &&
    matchKeyword(third, ['applet', 'directory', 'environment', 'policy', 'session']) === 'environment'
  if (!isEnvironment || name === undefined || value.length === 0) return undefined
  return [name, value.join(' ').slice(0, MAX_VALUE_LENGTH)]
}

/** Keywords of an action as they are when not cut short: `action 1 cli comm "x"` → `action 1 cli command "x"`. */
function spelledOut(text: string): string {
  const [first = '', label = '', kind, verb, ...rest] = text.split(' ')
  if (!abbreviates(first, 'action', 2) || kind === undefined) return text
  if (kind.toLowerCase() !== 'cli') return ['action', label, kind, verb, ...rest].join(' ')
  return ['action', label, 'cli', matchKeyword(verb, ['command']) ?? verb, ...rest].join(' ')
}

/** The command with the variables that are known. `source interface $port` → `source interface Gi1/0/9` */
export function fillVariables(command: string, variables: ReadonlyMap<string, string>): string {
  return command.replaceAll(/\$\{?(\w{1,64})\}?/g, (written, name: string) => variables.get(name) ?? written)
}
