/** The order in which IOS prints the commands of a session: it orders commands that were recorded in one second. */
import { matchKeyword } from '../../../kit/keyword.ts'
import { splitWords } from '../../_cisco-configuration/commands/words.ts'

/** Place of each command in a block, or among the lines of one session. */
const PLACES = {
  configure: -2,
  description: 10,
  'header-type': 11,
  event: 12,
  match: 15,
  incoming: 16,
  outgoing: 16,
  bidirectional: 17,
  'mac-address': 18,
  action: 20,
  source: 20,
  filter: 25,
  destination: 30,
  'erspan-id': 40,
  mtu: 41,
  ip: 42,
  ipv6: 42,
  origin: 43,
  vrf: 44,
  shutdown: 60,
  exit: 90,
  end: 95,
} as const
const COMMANDS = [
  'configure',
  'description',
  'header-type',
  'event',
  'match',
  'incoming',
  'outgoing',
  'bidirectional',
  'mac-address',
  'action',
  'source',
  'filter',
  'destination',
  'erspan-id',
  'mtu',
  'ip',
  'ipv6',
  'origin',
  'vrf',
  'shutdown',
  'exit',
  'end',
] as const

/** Commands that open a block, by their first three words. */
const HEAD = /^(?:ev\w{0,3} man\w{0,4} |ip traf\S{0,10} pro|vlan? acc)/i

const LINE_PROPERTIES = ['type', 'source', 'filter', 'destination'] as const
const CAPTURE_STEPS = ['interface', 'file', 'start', 'stop', 'export'] as const

/**
 * Where a command stands among those typed with it: a removal before everything, the head of a block 0, then upwards.
 * `no monitor session 4` → -1, `monitor session 4 type erspan-source` → 0, `ip address 203.0.113.66` → 42.
 */
export function rankCommand(command: string): number {
  const all = splitWords(command)
  const negated = /^(?:no|default)$/i.test(all[0] ?? '')
  const words = negated ? all.slice(1) : all
  const [first = '', second, , ...rest] = words
  if (first.length > 2 && matchKeyword(first, ['monitor'])) return negated ? -1 : rankMonitor(second, rest)
  if (HEAD.test(words.slice(0, 3).join(' '))) return negated ? -1 : 0
  return rankInBlock(words)
}

function rankInBlock([first = '', second]: readonly string[]): number {
  const place = first.length > 1 ? matchKeyword(first, COMMANDS) : undefined
  if (place === undefined) return first.toLowerCase().startsWith('rem') ? 5 : 0
  // A `source` or `destination` alone opens a part: it stands after the lines of the block.
  if (second === undefined && (place === 'source' || place === 'destination')) return 35
  return place === 'action' ? PLACES.action + fractionOf(second) : PLACES[place]
}

/** Actions run in the order of their labels: `010` before `020`, all of them before what follows. */
function fractionOf(label: string | undefined): number {
  const number = /^\d{1,9}(?:\.\d{1,9})?$/.test(label ?? '') ? Number(label) : 0
  return number / (number + 10)
}

/** One line of a session, or one step of a capture. */
function rankMonitor(kind: string | undefined, [property]: readonly string[]): number {
  const places: readonly string[] = matchKeyword(kind, ['session']) === undefined ? CAPTURE_STEPS : LINE_PROPERTIES
  const found = matchKeyword(property, places)
  return found === undefined ? 0 : places.indexOf(found)
}
