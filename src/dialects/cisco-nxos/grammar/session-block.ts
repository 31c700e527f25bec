/** Commands inside the block of a `monitor session`. */
import type { MirrorEdit } from '../../../facts/mirror-edit.ts'
import type { MirrorDetails } from '../../../facts/mirror-session.ts'
import { matchKeyword } from '../../../kit/keyword.ts'
import { type Verb, write } from '../../_cisco-configuration/commands/command-line.ts'
import { NOTHING } from '../../_cisco-configuration/commands/step.ts'
import { readDestination, readSource } from './ends.ts'
import { readFilterProperty } from './filter.ts'
import { type Mode, TOP } from './mode.ts'
import { change, type NxosLine, type Property, remember, type Stepped } from './step.ts'

/** One command of a block. */
interface BlockLine extends NxosLine {
  readonly block: Extract<Mode, { in: 'session' }>
}

const COMMANDS = [
  'description',
  'destination',
  'end',
  'erspan-id',
  'exit',
  'filter',
  'header-type',
  'ip',
  'marker-packet',
  'mode',
  'mtu',
  'multicast',
  'rate-limit',
  'sampling',
  'shutdown',
  'source',
  'udf',
  'vrf',
] as const
type Command = (typeof COMMANDS)[number]

/**
 * Reads one command inside a session's block; undefined when it is not one of the block's, so that the block is over.
 *
 * @source Cisco NX-OS model, System/span-items/monitor-items/Monitor-list; Nexus guides, "Configuring SPAN" and "Configuring ERSPAN"
 */
export function readBlockLine(line: BlockLine): Stepped | undefined {
  const { block, words } = line
  const command = matchKeyword(words[0], COMMANDS)
  if (command === undefined) return undefined
  if (command === 'end' || command === 'exit') return { step: NOTHING, mode: TOP }
  const read = readProperty(line, command)
  return read === undefined ? undefined : { step: change(line, block.id, read), mode: block }
}

function readProperty(line: BlockLine, command: Command): Property | undefined {
  const { verb, block } = line
  const rest = line.words.slice(1)
  switch (command) {
    case 'source':
      return readSourceProperty(line, rest)
    case 'destination':
      return readDestinationProperty(line, rest)
    case 'filter': {
      const { clauses, ...read } = readFilterProperty(verb, rest, line.memory.get(block.id) ?? [])
      line.memory.set(block.id, clauses)
      return read
    }
    case 'description':
      return readDescription(verb, rest)
    case 'shutdown':
      return { edits: [{ do: 'set', enabled: verb === 'no' }], canonical: write(verb, 'shut') }
    case 'header-type':
      return readHeaderType(line, rest)
    default:
      return readDetail(verb, command, rest)
  }
}

function readSourceProperty({ verb }: BlockLine, words: readonly string[]): Property {
  if (verb !== 'set' && words.length === 0)
    return { edits: [{ do: 'drop-sources', sources: [] }], canonical: write(verb, 'source') }
  const { sources, terminatesAt, canonical, problem } = readSource(words)
  const text = write(verb, canonical)
  if (problem !== undefined) return { edits: [], canonical: text, problem }
  if (terminatesAt !== undefined) return { edits: [detailEdit(verb, 'terminatesAt', terminatesAt)], canonical: text }
  const ends: MirrorEdit = { do: verb === 'set' ? 'add-sources' : 'drop-sources', sources: [...sources] }
  return { edits: [ends], canonical: text }
}

function readDestinationProperty(line: BlockLine, words: readonly string[]): Property {
  const { verb, block, rules } = line
  if (verb !== 'set' && words.length === 0)
    return { edits: [{ do: 'drop-destinations', destinations: [] }], canonical: write(verb, 'destination') }
  const { destinations, canonical, problem } = readDestination(words)
  const text = write(verb, canonical)
  if (problem !== undefined) return { edits: [], canonical: text, problem }
  if (verb !== 'set') return { edits: [{ do: 'drop-destinations', destinations: [...destinations] }], canonical: text }
  const collector = destinations.find((end) => end.ip !== undefined)?.ip
  if (collector === undefined)
    return { edits: [{ do: 'add-destinations', destinations: [...destinations] }], canonical: text }
  remember(line, block.id, { collector })
  const end = { ip: collector, encapsulation: encapsulationOf(line.sessions.get(block.id)?.headerType) }
  // A session has one collector: another address takes the place of the one before.
  const single = rules.snapshot ? {} : { single: true }
  return { edits: [{ do: 'add-destinations', destinations: [end], ...single }], canonical: text }
}

/** Without a header type the copy is ERSPAN type II. @source Cisco NX-OS model, Monitor-list/headerType, default 2 */
function encapsulationOf(headerType: string | undefined): string {
  return headerType === '3' ? 'erspan3' : 'erspan'
}

/** The header type may stand before or after the collector whose copy it shapes. */
function readHeaderType(line: BlockLine, [value]: readonly string[]): Property {
  const { verb, block } = line
  const canonical = write(verb, 'header-type', value ?? '')
  if (verb === 'set' && value === undefined) return { edits: [], canonical, problem: 'header-type without a number' }
  const headerType = verb === 'set' ? value : undefined
  remember(line, block.id, { headerType })
  const collector = line.sessions.get(block.id)?.collector
  const edits: MirrorEdit[] = [detailEdit(verb, 'headerType', value)]
  if (collector !== undefined) {
    const end = { ip: collector, encapsulation: encapsulationOf(headerType) }
    edits.push({ do: 'add-destinations', destinations: [end] })
  }
  return { edits, canonical }
}

/** A description is free text: nothing in it is a command. */
function readDescription(verb: Verb, words: readonly string[]): Property {
  const description = words.join(' ')
  return { edits: [detailEdit(verb, 'description', description)], canonical: write(verb, 'description', description) }
}

/** Settings of one value; `ip ttl`, `ip dscp`, `rate-limit` and others say nothing about what is copied where. */
function readDetail(verb: Verb, command: Command, words: readonly string[]): Property | undefined {
  const [value] = words
  const canonical = write(verb, command, ...words)
  if (command === 'ip') {
    const kind = matchKeyword(value, ['ttl', 'dscp', 'precedence'])
    return kind === undefined ? undefined : { edits: [], canonical: write(verb, command, kind, ...words.slice(1)) }
  }
  if (command === 'vrf') return value === undefined ? undefined : { edits: [detailEdit(verb, 'vrf', value)], canonical }
  // The length to which packets are cut is called MTU here. @source Nexus 9000 guide, "SPAN truncation"
  const member = command === 'erspan-id' ? 'erspanId' : command === 'mtu' ? 'truncateBytes' : undefined
  if (member === undefined) return { edits: [], canonical }
  if (verb === 'set' && !/^\d{1,6}$/.test(value ?? ''))
    return { edits: [], canonical, problem: `${command} without a number` }
  return { edits: [detailEdit(verb, member, Number(value))], canonical }
}

function detailEdit(verb: Verb, member: keyof MirrorDetails, value: string | number | undefined): MirrorEdit {
  return verb === 'set' && value !== undefined
    ? { do: 'set', details: { [member]: value } }
    : { do: 'clear', members: [member] }
}
