/** The one-line form of `monitor session`, and the head lines that open a block. */
import type { MirrorEdit } from '../../../facts/mirror-edit.ts'
import type { MirrorKind } from '../../../facts/mirror-session.ts'
import { parseIntegerRanges } from '../../../kit/integer-ranges.ts'
import { matchKeyword } from '../../../kit/keyword.ts'
import type { FilterClause } from './filter.ts'
import { type Property, readDestinationProperty, readFilterProperty, readSourceProperty } from './properties.ts'
import {
  BLOCK_TYPES,
  type BlockType,
  NOTHING,
  type ReadingRules,
  type Step,
  type Stepped,
  sessionAddress,
  TOP,
  type Verb,
  write,
} from './step.ts'

/** Filters of the sessions met so far, by session id: each filter command adds to those before it. */
export type FilterMemory = Map<string, readonly FilterClause[]>

/** IOS numbers its sessions from 1 to 66. @source Cisco-IOS-XE-native model, monitor/session/id */
const ALL_SESSIONS = Array.from({ length: 66 }, (_, index) => `${index + 1}`)

const PROPERTIES = ['source', 'destination', 'filter', 'type', 'description'] as const
const GROUPS = ['all', 'local', 'remote', 'range', 'egress', 'default'] as const

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
export function readSessionLine(
  verb: Verb,
  words: readonly string[],
  memory: FilterMemory,
  rules: ReadingRules,
): Stepped {
  const [first = '', ...rest] = words
  if (/^\d{1,4}$/.test(first)) return readNumbered(verb, String(Number(first)), rest, memory, rules)
  if (verb !== 'set') return { step: readGroupRemoval(words), mode: TOP }
  const group = matchKeyword(first, GROUPS)
  if (group === 'egress' || group === 'default') return { step: NOTHING, mode: TOP }
  return { step: { problem: `monitor session "${first.slice(0, 40)}" is not a session number` }, mode: TOP }
}

function readNumbered(
  verb: Verb,
  id: string,
  words: readonly string[],
  memory: FilterMemory,
  rules: ReadingRules,
): Stepped {
  const [first, ...rest] = words
  const property = matchKeyword(first, PROPERTIES)
  if (first === undefined || property === 'type') {
    if (verb !== 'set') memory.delete(id)
    if (verb !== 'set') return { step: change(id, [{ do: 'remove' }], write(verb, `monitor session ${id}`)), mode: TOP }
    return readHead(id, rest)
  }
  const read = readProperty({ verb, id, property, words: rest, memory, rules })
  if (read === undefined)
    return { step: { problem: `monitor session ${id} "${first.slice(0, 40)}" is not a known property` }, mode: TOP }
  const head: readonly MirrorEdit[] = verb === 'set' ? [{ do: 'define', name: id, enabled: true }] : []
  const canonical = write(verb, `monitor session ${id}`, read.canonical.replace(/^(no|default) /, ''))
  return { step: { ...change(id, [...head, ...read.edits], canonical), ...problemOf(read) }, mode: TOP }
}

function readProperty(line: {
  readonly verb: Verb
  readonly id: string
  readonly property: (typeof PROPERTIES)[number] | undefined
  readonly words: readonly string[]
  readonly memory: FilterMemory
  readonly rules: ReadingRules
}): Property | undefined {
  const { verb, id, property, words, memory } = line
  if (property === 'source') return readSourceProperty(verb, words)
  if (property === 'destination') return readDestinationProperty(verb, words, line.rules.snapshot)
  if (property === 'description') return readDescription(verb, words)
  if (property !== 'filter') return undefined
  const read = readFilterProperty(verb, words, memory.get(id) ?? [])
  memory.set(id, read.clauses)
  return read
}

/** A description is free text: nothing in it is a command. */
export function readDescription(verb: Verb, words: readonly string[]): Property {
  const description = words.join(' ')
  const edit: MirrorEdit =
    verb === 'set' ? { do: 'set', details: { description } } : { do: 'clear', members: ['description'] }
  return { edits: [edit], canonical: write(verb, 'description', description) }
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
  return { changes: [{ address: sessionAddress('monitor-session', id), name: id, edits, canonical }] }
}

/** The problem of a property as a member of its step, or nothing. */
export function problemOf({ problem }: Property): { readonly problem?: string } {
  return problem === undefined ? {} : { problem }
}
