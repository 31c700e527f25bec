/** One typed or audited command → what kind of command it is, with the path it names. */

import { pathsOf, splitCommand } from '../text/words.ts'
import type { TreeAction } from '../tree/edit-tree.ts'

/** A command of configuration mode that changes the candidate, relative to the level it was typed at or `top`. */
export interface EditCommand {
  readonly kind: 'edit'
  readonly action: TreeAction
  readonly paths: readonly (readonly string[])[]
  readonly to?: string | undefined
  /** Not relative to the level that is open. */
  readonly absolute: boolean
  /** The value that it replaced, where an audit record says so. */
  readonly was?: string | undefined
}

/** What else matters here. */
export type TypedLine =
  | EditCommand
  | { readonly kind: 'configure'; readonly mode: 'shared' | 'private' | 'exclusive' }
  | {
      readonly kind: 'level'
      readonly move: 'edit' | 'top' | 'up' | 'exit' | 'leave'
      readonly words: readonly string[]
    }
  | { readonly kind: 'commit'; readonly how: CommitKind; readonly minutes?: number }
  | { readonly kind: 'rollback'; readonly number: number | undefined }
  | { readonly kind: 'load'; readonly what: string }
  | { readonly kind: 'operational'; readonly words: readonly string[] }

/**
 * `now` makes the candidate real; `confirmed` until a second commit is missing; `check` only looks (and confirms); `at` later;
 * `complete`, `failed` and `not-confirmed` are the device's own words on how a commit ended.
 */
export type CommitKind = 'now' | 'confirmed' | 'check' | 'at' | 'complete' | 'failed' | 'not-confirmed'

/** @source Junos CLI User Guide, "Commit the configuration": `commit confirmed` waits ten minutes where none are given */
export const DEFAULT_CONFIRM_MINUTES = 10

/** Longer commands are data. */
const MAX_COMMAND_LENGTH = 65_536
const ACTIONS: readonly TreeAction[] = ['set', 'delete', 'deactivate', 'activate', 'rename']
/** Commands that add or order statements without changing one that mirrors depend on. */
const QUIET: ReadonlySet<string> = new Set([
  'protect',
  'unprotect',
  'annotate',
  'insert',
  'copy',
  'replace',
  'save',
  'status',
])
const WAS = /^\/\* was "([^"]{0,512})" \*\/$/
/** @source Junos `UI_CMDLINE_READ_LINE` of a NETCONF session: the operation stands before the command */
const NETCONF_LOAD = /^load-configuration (?:rpc |load-configuration |configuration-set ){0,8}/

/** Reads one command; undefined where it says nothing. Abbreviations are not read: the CLI of Junos completes them. Never throws. */
export function readTypedLine(command: string): TypedLine | undefined {
  const whole = command.slice(0, MAX_COMMAND_LENGTH).trim()
  const mark = whole.lastIndexOf('/* was ')
  const was = mark === -1 ? undefined : WAS.exec(whole.slice(mark))?.[1]
  const text = (was === undefined ? whole : whole.slice(0, mark)).trim().replace(NETCONF_LOAD, '')
  const split = splitCommand(text)
  const [first, second] = split.words
  if (first === undefined) return undefined
  const absolute = first === 'top' && second !== undefined
  if (absolute && second === 'edit') return { kind: 'level', move: 'top', words: split.words.slice(1) }
  const { words, list } = absolute ? { words: split.words.slice(1), list: split.list } : split
  return readEdit(words, list, { absolute, was }) ?? readControl(words) ?? readOperational(words)
}

function readEdit(
  words: readonly string[],
  list: readonly string[],
  { absolute, was }: Pick<EditCommand, 'absolute' | 'was'>,
): EditCommand | undefined {
  const [first, second] = words
  const isWildcard = first === 'wildcard' && second === 'delete'
  const action = isWildcard ? 'wildcard-delete' : ACTIONS.find((one) => one === first)
  if (action === undefined || (first === 'set' && second === 'cli')) return undefined
  const path = words.slice(isWildcard ? 2 : 1)
  if (action === 'rename') {
    const to = path.lastIndexOf('to')
    return to < 1 ? undefined : { kind: 'edit', action, paths: [path.slice(0, to)], to: path.at(-1), absolute }
  }
  return {
    kind: 'edit',
    action,
    paths: pathsOf({ words: path, list }),
    absolute,
    ...(was === undefined ? {} : { was }),
  }
}

function readControl(words: readonly string[]): TypedLine | undefined {
  const [first = '', ...rest] = words
  const read = Object.hasOwn(CONTROLS, first) ? CONTROLS[first] : undefined
  return read?.(rest) ?? (QUIET.has(first) ? { kind: 'operational', words: [] } : undefined)
}

const CONTROLS: Readonly<Record<string, (words: readonly string[]) => TypedLine | undefined>> = {
  configure: ([mode]) => ({ kind: 'configure', mode: mode === 'private' || mode === 'exclusive' ? mode : 'shared' }),
  edit: (words) => ({ kind: 'level', move: 'edit', words }),
  top: (words) => ({ kind: 'level', move: 'top', words }),
  up: (words) => ({ kind: 'level', move: 'up', words }),
  exit: readExit,
  quit: readExit,
  commit: readCommit,
  rollback: ([number = '0']) => ({ kind: 'rollback', number: /^\d{1,2}$/.test(number) ? Number(number) : undefined }),
  load: (words) => (words.length === 0 ? undefined : { kind: 'load', what: ['load', ...words.slice(0, 2)].join(' ') }),
}

function readExit([what]: readonly string[]): TypedLine {
  return { kind: 'level', move: what === 'configuration-mode' ? 'leave' : 'exit', words: [] }
}

function readCommit(words: readonly string[]): TypedLine {
  const how = (['check', 'at', 'complete', 'failed', 'confirmed'] as const).find((word) => words.includes(word))
  if (words[0] === 'not' && how === 'confirmed') return { kind: 'commit', how: 'not-confirmed' }
  if (how !== 'confirmed') return { kind: 'commit', how: how ?? 'now' }
  const minutes = words[words.indexOf('confirmed') + 1]
  return { kind: 'commit', how, minutes: /^\d{1,5}$/.test(minutes ?? '') ? Number(minutes) : DEFAULT_CONFIRM_MINUTES }
}

/** `run` stands before a command of operational mode that is typed in configuration mode. */
function readOperational(words: readonly string[]): TypedLine {
  return { kind: 'operational', words: words[0] === 'run' ? words.slice(1) : words }
}
