/** The order in which IOS prints the commands of a session: it orders commands that were recorded in one second. */
import { matchKeyword } from '../../../kit/keyword.ts'
import { splitWords } from '../../_cisco-configuration/commands/words.ts'

/** Place of each command in a block, or among the lines of one session. */
const PLACES = {
  configure: -2,
  description: 10,
  'header-type': 11,
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

const LINE_PROPERTIES = ['type', 'source', 'filter', 'destination'] as const
const CAPTURE_STEPS = ['interface', 'file', 'start', 'stop', 'export'] as const

/**
 * Where a command stands among those typed with it: a removal before everything, the head of a block 0, then upwards.
 * `no monitor session 4` → -1, `monitor session 4 type erspan-source` → 0, `ip address 203.0.113.66` → 42.
 */
export function rankCommand(command: string): number {
  const all = splitWords(command)
  const negated = all[0]?.toLowerCase() === 'no' || all[0]?.toLowerCase() === 'default'
  const words = negated ? all.slice(1) : all
  const [first = '', second, , ...rest] = words
  if (first.length > 2 && matchKeyword(first, ['monitor'])) return negated ? -1 : rankMonitor(second, rest)
  const alone = words.length === 1
  const place = first.length > 1 ? matchKeyword(first, COMMANDS) : undefined
  if (place === undefined) return first.toLowerCase().startsWith('rem') ? 5 : 0
  // A `source` or `destination` alone opens a part: it stands after the lines of the block.
  if (alone && (place === 'source' || place === 'destination')) return 35
  return PLACES[place]
}

/** One line of a session, or one step of a capture. */
function rankMonitor(kind: string | undefined, [property]: readonly string[]): number {
  const places: readonly string[] = matchKeyword(kind, ['session']) === undefined ? CAPTURE_STEPS : LINE_PROPERTIES
  const found = matchKeyword(property, places)
  return found === undefined ? 0 : places.indexOf(found)
}
