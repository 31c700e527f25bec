/** The one-line form of `monitor session`, and the head lines that open a block. */
import type { MirrorEdit } from '../../../../facts/mirror-edit.ts'
import type { MirrorKind } from '../../../../facts/mirror-session.ts'
import { parseIntegerRanges } from '../../../../kit/integer-ranges.ts'
import { matchKeyword } from '../../../../kit/keyword.ts'
import { type CommandLine, skip, write } from '../../../_cisco-configuration/commands/command-line.ts'
import { NOTHING, type Step } from '../../../_cisco-configuration/commands/step.ts'
import { BLOCK_TYPES, type BlockType, TOP } from '../mode.ts'
import { changeOf } from '../session-change.ts'
import type { Stepped } from '../step.ts'
import { type Property, readDestinationProperty, readFilterProperty, readSourceProperty } from './properties.ts'

/** IOS numbers its sessions from 1 to 66. @source Cisco-IOS-XE-native model, monitor/session/id */
const ALL_SESSIONS = Array.from({ length: 66 }, (_, index) => `${index + 1}`)

const PROPERTIES = ['source', 'destination', 'filter', 'type'] as const
const GROUPS = ['all', 'local', 'remote', 'range', 'egress', 'default', 'servicemodule'] as const

/** No sessions: knobs, and `servicemodule`, by which the switch replicates multicasts for its own modules. */
const KNOBS: readonly string[] = ['egress', 'default', 'servicemodule']

const KIND_OF_TYPE: Readonly<Record<BlockType, MirrorKind>> = {
  'erspan-source': 'encapsulated',
  'erspan-destination': 'encapsulated',
  local: 'local',
  'local-tx': 'local',
  'rspan-source': 'remote-vlan',
  'rspan-destination': 'remote-vlan',
  capture: 'capture',
}

/**
 * Reads what follows `monitor session`: `1 source interface Gi1/0/1 both`, `4 type erspan-source`, `all` (with `no`).
 *
 * @source Cisco-IOS-XE-native model, monitor/session; Cisco IOS command `no monitor session {N | all | local | remote | range R}`
 */
export function readSessionLine(line: CommandLine): Stepped {
  const [first = ''] = line.words
  if (/^\d{1,4}$/.test(first)) return readNumbered(String(Number(first)), skip(line, 1))
  // In a script a variable may stand for the number.
  if (/^\$\w{1,64}$/.test(first)) return readNumbered(first, skip(line, 1))
  if (line.verb !== 'set') return { step: readGroupRemoval(line.words), mode: TOP }
  if (KNOBS.includes(matchKeyword(first, GROUPS) ?? '')) return { step: NOTHING, mode: TOP }
  return { step: { problem: `monitor session "${first.slice(0, 40)}" is not a session number` }, mode: TOP }
}

function readNumbered(id: string, line: CommandLine): Stepped {
  const { verb, words, memory } = line
  const [first] = words
  const property = matchKeyword(first, PROPERTIES)
  if (first === undefined || property === 'type') {
    if (verb === 'set') return readHead(id, words.slice(1))
    memory.delete(id)
    return { step: change(id, [{ do: 'remove' }], write(verb, `monitor session ${id}`)), mode: TOP }
  }
  const read = property === undefined ? undefined : readLineProperty(id, property, skip(line, 1))
  if (read === undefined) {
    return { step: { problem: `monitor session ${id} "${first.slice(0, 40)}" is not a known property` }, mode: TOP }
  }
  const head: readonly MirrorEdit[] = verb === 'set' ? [{ do: 'define', name: id, enabled: true }] : []
  const canonical = write(verb, `monitor session ${id}`, read.canonical.replace(/^(no|default) /, ''))
  return { step: { ...change(id, [...head, ...read.edits], canonical), ...problemOf(read) }, mode: TOP }
}

function readLineProperty(
  id: string,
  property: Exclude<(typeof PROPERTIES)[number], 'type'>,
  { verb, words, memory, rules }: CommandLine,
): Property {
  if (property === 'source') return readSourceProperty(verb, words)
  if (property === 'destination') return readDestinationProperty(verb, words, rules.snapshot)
  const read = readFilterProperty(verb, words, memory.get(id) ?? [])
  memory.set(id, read.clauses)
  return read
}

/** Sessions in block form are shut until `no shutdown`. @source Cisco-IOS-XE-native model, monitor/session/shutdown, default true */
function readHead(id: string, words: readonly string[]): Stepped {
  const type = matchKeyword(words[0], BLOCK_TYPES)
  if (type === undefined) return { step: { problem: `monitor session ${id} without a known type` }, mode: TOP }
  const role = type.endsWith('-destination') ? { role: 'destination' as const } : {}
  const edits: MirrorEdit[] = [
    { do: 'define', name: id, kind: KIND_OF_TYPE[type], ...role, enabled: false, enabledReason: 'default' },
  ]
  if (type === 'capture') edits.push({ do: 'add-destinations', destinations: [{ file: 'buffer' }] })
  return {
    step: change(id, edits, `monitor session ${id} type ${type}`),
    mode: { in: 'session', id, type, part: 'session' },
  }
}

/** `no monitor session all`, `… range 1-3`, `… 1,3`. Which sessions are `local` or `remote` is not known from the command. */
function readGroupRemoval(words: readonly string[]): Step {
  const group = matchKeyword(words[0], GROUPS)
  if (group === 'local' || group === 'remote')
    return { problem: `no monitor session ${group} does not say which sessions it removes` }
  const list = group === 'range' ? words.slice(1) : words
  const ids = group === 'all' ? ALL_SESSIONS : parseIntegerRanges(list.join(' ')).values.map(String)
  if (ids.length === 0)
    return group === undefined ? { problem: 'no monitor session without a session number' } : NOTHING
  return {
    changes: ids
      .slice(0, ALL_SESSIONS.length)
      .flatMap((id) => change(id, [{ do: 'remove' }], `no monitor session ${id}`).changes),
  }
}

/** A step that changes one monitor session. */
export function change(id: string, edits: readonly MirrorEdit[], canonical: string): Required<Pick<Step, 'changes'>> {
  return { changes: [changeOf(['monitor-session', id], edits, canonical)] }
}

/** The problem of a property as a member of its step, or nothing. */
export function problemOf({ problem }: Property): { readonly problem?: string } {
  return problem === undefined ? {} : { problem }
}
