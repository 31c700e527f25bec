/** Tap aggregation and LANZ: a switch that brokers other mirrors' copies, and copies of what waits in congested queues. */
import type { MirrorEdit } from '../../../facts/mirror-edit.ts'
import { matchKeyword } from '../../../kit/keyword.ts'
import { type Verb, write } from '../../_cisco-configuration/commands/command-line.ts'
import { NOTHING, type SessionChange, type Step } from '../../_cisco-configuration/commands/step.ts'
import { change, type EosCommand } from './command.ts'
import { OF_TUNNEL, readDestination } from './ends.ts'
import { expandInterfaces } from './interfaces.ts'

const CONGESTED = 'packets of congested queues'

/**
 * `queue-monitor length mirror [destination …]`: until it is told where to, the copy goes to the CPU.
 *
 * @source AVD eos_cli_config_gen, queue-monitor-length template
 */
export function readQueueMonitor({ verb, words }: EosCommand): Step {
  const [, mirror, keyword, ...rest] = words
  if (matchKeyword(mirror, ['mirror']) === undefined || (mirror ?? '').length < 3) return NOTHING
  const head = 'queue-monitor length mirror'
  if (verb !== 'set' && keyword === undefined) return queueStep([{ do: 'remove' }], write(verb, head))
  const define: readonly MirrorEdit[] = [
    { do: 'define', name: 'queue-monitor', enabled: true },
    { do: 'set', details: { impliedSource: CONGESTED } },
  ]
  if (keyword === undefined)
    return queueStep([...define, { do: 'add-destinations', destinations: [{ interface: 'Cpu' }] }], head)
  const { destinations, details, canonical, problem } = readDestination(rest)
  if (problem !== undefined) return { problem }
  const text = write(verb, `${head} ${canonical}`)
  if (verb !== 'set') {
    const drop: MirrorEdit = { do: 'drop-destinations', destinations: [...destinations] }
    return queueStep([drop, { do: 'clear', members: [...OF_TUNNEL] }], text)
  }
  // One destination at a time: whatever was there gives way.
  const ends: readonly MirrorEdit[] = [
    { do: 'drop-destinations', destinations: [] },
    { do: 'add-destinations', destinations: [...destinations] },
    { do: 'set', details },
  ]
  return queueStep([...define, ...ends], text)
}

function queueStep(edits: readonly MirrorEdit[], canonical: string): Step {
  return { changes: [change('queue-monitor', 'queue-monitor', { edits, canonical })] }
}

/**
 * Reads a command of an interface's block: `switchport tap default group TAPS`, `switchport tap default interface Ethernet9`,
 * `switchport tool group set TAPS IDS`. Undefined for every other command.
 *
 * @source AVD eos_cli_config_gen, switchport tap and tool
 */
export function readTapLine({ verb, words }: EosCommand, ports: readonly string[]): Step | undefined {
  const [first, kind, third, ...rest] = words
  if (matchKeyword(first, ['switchport']) === undefined || (first ?? '').length < 2) return undefined
  const side = matchKeyword(kind, ['tap', 'tool'])
  if (side === 'tap' && matchKeyword(third, ['default'])) return readTap(verb, rest, ports)
  if (side === 'tool' && matchKeyword(third, ['group'])) return readTool(verb, rest, ports)
  return undefined
}

/** `group TAPS group IDS`, `interface Ethernet9`, `nexthop-group FAR`. */
function readTap(verb: Verb, [kind, ...rest]: readonly string[], ports: readonly string[]): Step {
  const to = matchKeyword(kind, ['group', 'interface', 'nexthop-group'])
  if (to === 'interface') return { changes: ports.map((port) => toOnePort(verb, port, rest)) }
  if (to !== 'group') return { problem: `tap default "${[kind, ...rest].join(' ').slice(0, 60)}" is not modelled` }
  const sources = ports.map((port) => ({ interface: port, direction: 'rx' as const }))
  const edit: MirrorEdit = { do: verb === 'set' ? 'add-sources' : 'drop-sources', sources }
  return inGroups(verb, rest, { edit, canonical: `interface ${ports.join(',')} switchport tap default group` })
}

/** `set TAPS IDS`: with `no`, the groups named after it. */
function readTool(verb: Verb, words: readonly string[], ports: readonly string[]): Step {
  const destinations = ports.map((port) => ({ interface: port }))
  const edit: MirrorEdit = { do: verb === 'set' ? 'add-destinations' : 'drop-destinations', destinations }
  return inGroups(verb, words, { edit, canonical: `interface ${ports.join(',')} switchport tool group set` })
}

/** One end of each group that a command names. Whether groups run at all is said elsewhere: `tap aggregation`, `mode exclusive`. */
function inGroups(
  verb: Verb,
  words: readonly string[],
  { edit, canonical }: { readonly edit: MirrorEdit; readonly canonical: string },
): Step {
  const groups = [...new Set(words.filter((word) => word !== 'set' && word !== 'group'))]
  return {
    changes: groups.map((group) => {
      const edits: readonly MirrorEdit[] = verb === 'set' ? [{ do: 'define', name: group }, edit] : [edit]
      return change('tap-group', group, { edits, canonical: write(verb, `${canonical} ${group}`) })
    }),
  }
}

function toOnePort(verb: Verb, port: string, rest: readonly string[]): SessionChange {
  const canonical = write(verb, `interface ${port} switchport tap default interface ${rest.join(' ')}`)
  if (verb !== 'set') return change('tap-port', port, { edits: [{ do: 'remove' }], canonical })
  const destinations = expandInterfaces(rest.join(' ')).names.map((name) => ({ interface: name }))
  const edits: readonly MirrorEdit[] = [
    { do: 'define', name: port },
    { do: 'add-sources', sources: [{ interface: port, direction: 'rx' }] },
    { do: 'add-destinations', destinations },
  ]
  return change('tap-port', port, { edits, canonical })
}
