/** Commands inside the block of a `monitor session N type …`: its own and those of its `destination` or `source` part. */
import type { MirrorEdit } from '../../../../facts/mirror-edit.ts'
import type { MirrorDetails } from '../../../../facts/mirror-session.ts'
import { matchKeyword } from '../../../../kit/keyword.ts'
import { type CommandLine, type Verb, write } from '../../../_cisco-configuration/commands/command-line.ts'
import { NOTHING } from '../../../_cisco-configuration/commands/step.ts'
import { type Mode, TOP } from '../mode.ts'
import type { Stepped } from '../step.ts'
import { type Property, readDestinationProperty, readFilterProperty, readSourceProperty } from './properties.ts'
import { change, problemOf } from './session-line.ts'

type Block = Extract<Mode, { in: 'session' }>

/** One command of a block with all that its meaning depends on. */
interface BlockLine extends CommandLine {
  readonly block: Block
}

const COMMANDS = [
  'buffer-size',
  'description',
  'destination',
  'end',
  'erspan-id',
  'exit',
  'filter',
  'header-type',
  'ip',
  'ipv6',
  'mtu',
  'origin',
  'plim',
  'shutdown',
  'source',
  'vrf',
] as const
type Command = (typeof COMMANDS)[number]

/** A part of the block has its own short list, in which shorter cuts are unambiguous. */
const PART_COMMANDS = [
  'end',
  'erspan-id',
  'exit',
  'ip',
  'ipv6',
  'mtu',
  'origin',
  'vrf',
] as const satisfies readonly Command[]

const MEMBERS: Partial<Record<Command, 'erspanId' | 'mtu' | 'vrf' | 'headerType'>> = {
  'erspan-id': 'erspanId',
  'header-type': 'headerType',
  mtu: 'mtu',
  vrf: 'vrf',
}

/**
 * Reads one command inside a session's block; undefined when it is not one of the block's, so that the block is over.
 *
 * @source Cisco-IOS-XE-native model, monitor/session (types erspan-source, erspan-destination, rspan, local)
 */
export function readBlockLine(line: BlockLine): Stepped | undefined {
  const { block, words } = line
  const command =
    (block.part === 'session' ? undefined : matchKeyword(words[0], PART_COMMANDS)) ?? matchKeyword(words[0], COMMANDS)
  if (command === undefined) return undefined
  if (command === 'end') return { step: NOTHING, mode: TOP }
  if (command === 'exit') return { step: NOTHING, mode: block.part === 'session' ? TOP : { ...block, part: 'session' } }
  const part = opensPart(line, command)
  if (part !== undefined) return { step: change(block.id, [], part), mode: { ...block, part } }
  const read = readProperty(line, command)
  if (read === undefined) return undefined
  return {
    step: { ...change(block.id, read.edits, read.canonical), ...problemOf(read) },
    mode: modeAfter(block, command),
  }
}

/** `destination` alone opens where the copy goes; `source` alone, in a destination session, where it comes in. */
function opensPart({ verb, words, block }: BlockLine, command: Command): 'destination' | 'source' | undefined {
  if (verb !== 'set' || words.length > 1) return undefined
  if (command === 'destination') return 'destination'
  return command === 'source' && block.type.endsWith('-destination') ? 'source' : undefined
}

/** A command of the block itself, typed inside a part, leaves the part. */
function modeAfter(block: Block, command: Command): Mode {
  return PART_COMMANDS.some((own) => own === command) ? block : { ...block, part: 'session' }
}

function readProperty(line: BlockLine, command: Command): Property | undefined {
  const { verb, block, memory } = line
  const rest = line.words.slice(1)
  switch (command) {
    case 'source':
      return readSourceProperty(verb, rest)
    case 'destination':
      return readDestinationProperty(verb, rest, line.rules.snapshot)
    case 'filter': {
      const read = readFilterProperty(verb, rest, memory.get(block.id) ?? [])
      memory.set(block.id, read.clauses)
      return read
    }
    case 'description':
      return readDescription(verb, rest)
    case 'shutdown':
      return readShutdown(verb)
    case 'ip':
    case 'ipv6':
      return readAddress(line, command)
    case 'origin':
      return readOrigin(verb, rest)
    default:
      return readDetail(verb, command, rest)
  }
}

/** A description is free text: nothing in it is a command. */
function readDescription(verb: Verb, words: readonly string[]): Property {
  const description = words.join(' ')
  const edit: MirrorEdit =
    verb === 'set' ? { do: 'set', details: { description } } : { do: 'clear', members: ['description'] }
  return { edits: [edit], canonical: write(verb, 'description', description) }
}

function readShutdown(verb: Verb): Property {
  const edit: MirrorEdit =
    verb === 'default' ? { do: 'set', enabled: false, enabledReason: 'default' } : { do: 'set', enabled: verb === 'no' }
  return { edits: [edit], canonical: write(verb, 'shutdown') }
}

/**
 * `ip address A` is the collector of a source session, and in a destination session the address of this device where a copy
 * ends. With a mask it belongs to an interface. `ip ttl`, `ip dscp`, `ip prec` say nothing about the copy.
 */
function readAddress({ verb, words, block, rules }: BlockLine, family: 'ip' | 'ipv6'): Property | undefined {
  const [, keyword, address, ...more] = words
  const kind = matchKeyword(keyword, ['address', 'dscp', 'precedence', 'ttl'])
  if (kind === undefined) return undefined
  if (kind !== 'address') return { edits: [], canonical: write(verb, family, ...words.slice(1)) }
  if (more.some((word) => matchKeyword(word, ['force']) === undefined)) return undefined
  const canonical = write(verb, family, 'address', address ?? '')
  if (block.type === 'erspan-destination') {
    return { edits: [detailEdit(verb, 'terminatesAt', address)], canonical }
  }
  if (verb !== 'set') {
    return {
      edits: [{ do: 'drop-destinations', destinations: address === undefined ? [] : [{ ip: address }] }],
      canonical,
    }
  }
  if (address === undefined) return undefined
  // Only one collector at a time: another address takes the place of the one before.
  const single = rules.snapshot ? {} : { single: true }
  return {
    edits: [{ do: 'add-destinations', destinations: [{ ip: address, encapsulation: 'erspan' }], ...single }],
    canonical,
  }
}

function readOrigin(verb: Verb, words: readonly string[]): Property | undefined {
  const [family, keyword, address] = words
  const full = matchKeyword(family, ['ip', 'ipv6'])
  if (full === undefined || matchKeyword(keyword, ['address']) === undefined) return undefined
  return {
    edits: [detailEdit(verb, 'originIp', address)],
    canonical: write(verb, 'origin', full, 'address', address ?? ''),
  }
}

/** Settings of one value; `buffer-size` and `plim` say nothing about the copy. */
function readDetail(verb: Verb, command: Command, words: readonly string[]): Property | undefined {
  const canonical = write(verb, command, ...words)
  const member = MEMBERS[command]
  if (member === undefined) return { edits: [], canonical }
  const [value] = words
  const fits = command === 'header-type' || words.length === 1
  if (verb === 'set' && (value === undefined || !fits)) return undefined
  if (member === 'vrf' || member === 'headerType') return { edits: [detailEdit(verb, member, value)], canonical }
  if (verb === 'set' && !/^\d{1,6}$/.test(value ?? ''))
    return { edits: [], canonical, problem: `${command} without a number` }
  return { edits: [detailEdit(verb, member, Number(value))], canonical }
}

function detailEdit(verb: Verb, member: keyof MirrorDetails, value: string | number | undefined): MirrorEdit {
  return verb === 'set' && value !== undefined
    ? { do: 'set', details: { [member]: value } }
    : { do: 'clear', members: [member] }
}
