/** The order in which NX-OS prints the commands of a session: it orders commands that were recorded in one second. */
import { matchKeyword } from '../../../kit/keyword.ts'
import { splitVerb, splitWords } from '../../_cisco-configuration/commands/words.ts'
import { splitPath } from './reader.ts'

/** Place of each command in a block. */
const PLACES = {
  configure: -2,
  description: 10,
  'header-type': 11,
  'erspan-id': 12,
  mtu: 13,
  source: 20,
  filter: 25,
  destination: 30,
  vrf: 40,
  ip: 41,
  shutdown: 60,
  exit: 90,
  end: 95,
} as const
const COMMANDS = [
  'configure',
  'description',
  'header-type',
  'erspan-id',
  'mtu',
  'source',
  'filter',
  'destination',
  'vrf',
  'ip',
  'shutdown',
  'exit',
  'end',
] as const

/**
 * Where a command stands among those typed with it, a record's last command being what was typed: a removal before everything,
 * the head of a block 0, then upwards. `no monitor session 4` → -1, `configure terminal ; monitor session 4 ; no shut` → 60.
 */
export function rankCommand(command: string): number {
  const { verb, words } = splitVerb(splitWords(splitPath(command).at(-1) ?? ''))
  const [first = ''] = words
  if (first.length > 2 && matchKeyword(first, ['monitor']))
    return matchKeyword(words.at(-1), ['shutdown']) !== undefined && words.length > 3
      ? PLACES.shutdown
      : verb === 'set'
        ? 0
        : -1
  const place = first.length > 1 ? matchKeyword(first, COMMANDS) : undefined
  if (place !== undefined) return PLACES[place]
  return first.toLowerCase() === 'remote-span' ? 5 : 0
}
