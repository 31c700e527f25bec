/** `monitor session NAME …`: one line for each property, or a block that is headed by the name alone. */
import type { MirrorEdit } from '../../../facts/mirror-edit.ts'
import type { MirrorDetails } from '../../../facts/mirror-session.ts'
import { matchKeyword } from '../../../kit/keyword.ts'
import { write } from '../../_cisco-configuration/commands/command-line.ts'
import { NOTHING, type Step } from '../../_cisco-configuration/commands/step.ts'
import { SessionAcls } from './acl-memory.ts'
import { change, type EosCommand, type Property, type Stepped, skip } from './command.ts'
import { OF_TUNNEL, readDestination, readSource } from './ends.ts'
import { TOP } from './mode.ts'

const PROPERTIES = [
  'source',
  'destination',
  'ip',
  'ipv6',
  'mac',
  'truncate',
  'sample',
  'rate-limit',
  'header',
  'encapsulation',
  'forwarding-drop',
  'shutdown',
] as const
type PropertyWord = (typeof PROPERTIES)[number]

/** Where no port is named: what the platform would have thrown away. */
const DROPPED_PACKETS = 'packets that forwarding drops'

/**
 * Reads what follows `monitor session`. The name may be any word, a keyword too; `default encapsulation …` is no session but
 * how payloads are wrapped.
 *
 * @source AVD eos_cli_config_gen, monitor sessions templates
 */
export function readSessionLine(command: EosCommand): Stepped {
  const [name, first] = command.words
  if (name === undefined) return { step: { problem: 'monitor session without a name' }, mode: TOP }
  if (name === 'default' && matchKeyword(first, ['encapsulation'])) return { step: NOTHING, mode: TOP }
  if (first !== undefined) return { step: readProperty(name, skip(command, 1)), mode: TOP }
  if (command.verb === 'set') return { step: step(name, defining(name, [])), mode: { in: 'session', name } }
  command.acls.delete(name)
  const canonical = write(command.verb, `monitor session ${name}`)
  return { step: step(name, { edits: [{ do: 'remove' }], canonical }), mode: TOP }
}

/** Whether a command is one of a session's block, rather than the end of it. */
export function isProperty(words: readonly string[]): boolean {
  const [first, second] = words
  const property = propertyOf(first)
  if (property === 'ip' || property === 'ipv6' || property === 'mac')
    return matchKeyword(second, ['access-group']) !== undefined
  return property !== undefined
}

/** Reads one property of a session, on a line of its own or in its block. `source Ethernet1 rx` */
export function readProperty(name: string, command: EosCommand): Step {
  const property = propertyOf(command.words[0])
  const read = property === undefined ? undefined : readOne(name, property, skip(command, 1))
  if (read === undefined)
    return { problem: `monitor session ${name} "${command.words.join(' ').slice(0, 60)}" is not known` }
  const canonical = write(command.verb, `monitor session ${name}`, read.canonical)
  const edits = command.verb === 'set' ? defining(name, read.edits).edits : read.edits
  return { ...step(name, { edits, canonical }), ...(read.problem === undefined ? {} : { problem: read.problem }) }
}

function propertyOf(word: string | undefined): PropertyWord | undefined {
  return matchKeyword(word?.replace(/^truncation$/i, 'truncate'), PROPERTIES)
}

/** A session runs as soon as it has both ends. @source EOS: `monitor session` has no administrative state */
function defining(name: string, edits: readonly MirrorEdit[]): Property {
  return { edits: [{ do: 'define', name, enabled: true }, ...edits], canonical: `monitor session ${name}` }
}

function step(name: string, property: Property): Step {
  return { changes: [change('monitor-session', name, property)] }
}

function readOne(name: string, property: PropertyWord, command: EosCommand): Property | undefined {
  switch (property) {
    case 'source':
      return readSources(name, command)
    case 'destination':
      return readDestinations(command)
    case 'ip':
    case 'ipv6':
    case 'mac':
      return readSessionAcl(name, property, command)
    case 'forwarding-drop':
      return readForwardingDrop(command)
    case 'shutdown':
      return { edits: [{ do: 'set', enabled: command.verb !== 'set' }], canonical: 'shutdown' }
    default:
      return readSetting(property, command)
  }
}

/** With `no`, the sources to take away: all of them when none is named. */
function readSources(name: string, { verb, words, acls }: EosCommand): Property {
  const gone = verb !== 'set'
  const { sources, acl, canonical, problem } =
    gone && words.length === 0 ? { sources: [], canonical: 'source' } : readSource(words)
  if (problem !== undefined) return { edits: [], canonical, problem }
  const names = sources.map(({ interface: port, vlan }) => port ?? `vlan ${vlan}`)
  const known = SessionAcls.of(acls, name)
  const ends: MirrorEdit = { do: gone ? 'drop-sources' : 'add-sources', sources: [...sources] }
  // Only what changed is said: of lists named before this run nothing is known.
  return { edits: known.noteSources({ names, acl, gone }) ? [ends, filterEdit(known)] : [ends], canonical }
}

function filterEdit({ text: filter }: SessionAcls): MirrorEdit {
  return filter === undefined ? { do: 'clear', members: ['filter'] } : { do: 'set', filter }
}

function readSessionAcl(
  name: string,
  family: 'ip' | 'ipv6' | 'mac',
  { verb, words, acls }: EosCommand,
): Property | undefined {
  const [keyword, list] = words
  if (matchKeyword(keyword, ['access-group']) === undefined) return undefined
  const canonical = [family, 'access-group', ...(list === undefined ? [] : [list])].join(' ')
  const known = SessionAcls.of(acls, name)
  known.noteWhole(family, verb === 'set' ? list : undefined)
  return { edits: [filterEdit(known)], canonical }
}

function readDestinations({ verb, words, rules }: EosCommand): Property {
  if (verb !== 'set' && words.length === 0) {
    const edits: MirrorEdit[] = [
      { do: 'drop-destinations', destinations: [] },
      { do: 'clear', members: [...OF_TUNNEL] },
    ]
    return { edits, canonical: 'destination' }
  }
  const { destinations, details, canonical, problem } = readDestination(words)
  if (problem !== undefined) return { edits: [], canonical, problem }
  const remote = destinations.some((end) => end.ip !== undefined)
  if (verb !== 'set') {
    const drop: MirrorEdit = { do: 'drop-destinations', destinations: [...destinations] }
    return { edits: remote ? [drop, { do: 'clear', members: [...OF_TUNNEL] }] : [drop], canonical }
  }
  // A session has one tunnel: another one takes its place.
  const single = remote && !rules.snapshot ? { single: true } : {}
  const add: MirrorEdit = { do: 'add-destinations', destinations: [...destinations], ...single }
  return { edits: Object.keys(details).length === 0 ? [add] : [add, { do: 'set', details }], canonical }
}

/** `forwarding-drop`, with or without a destination on the same line. */
function readForwardingDrop(command: EosCommand): Property {
  const details: MirrorDetails = { impliedSource: DROPPED_PACKETS }
  const drops: MirrorEdit =
    command.verb === 'set' ? { do: 'set', details } : { do: 'clear', members: Object.keys(details) }
  const at = command.words.findIndex((word) => word.length > 2 && matchKeyword(word, ['destination']))
  if (at === -1) return { edits: [drops], canonical: ['forwarding-drop', ...command.words].join(' ') }
  const read = readDestinations(skip(command, at + 1))
  return { ...read, edits: [drops, ...read.edits], canonical: `forwarding-drop ${read.canonical}` }
}

/** How much of each packet is kept, and what the copy is wrapped in; sampling and rates do not change where it goes. */
function readSetting(
  property: Exclude<PropertyWord, 'source' | 'destination'>,
  { verb, words }: EosCommand,
): Property | undefined {
  const canonical = [property, ...words].join(' ')
  if (property === 'encapsulation') return { edits: [detailEdit(verb, 'headerType', words.join(' '))], canonical }
  if (property !== 'truncate') return { edits: [], canonical }
  const [, size] = /\s(?:size )?(\d{1,6})$/.exec(canonical) ?? []
  if (size === undefined && verb === 'set') return { edits: [], canonical: 'truncate' }
  return { edits: [detailEdit(verb, 'truncateBytes', Number(size ?? 0))], canonical: `truncate size ${size ?? ''}` }
}

function detailEdit(verb: EosCommand['verb'], member: keyof MirrorDetails, value: string | number): MirrorEdit {
  return verb === 'set' ? { do: 'set', details: { [member]: value } } : { do: 'clear', members: [member] }
}
