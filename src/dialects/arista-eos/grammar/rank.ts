/** The order in which EOS prints the commands of a session: it orders commands that were recorded in one second. */
import { abbreviates, matchKeyword } from '../../../kit/keyword.ts'
import { splitVerb, splitWords } from '../../_cisco-configuration/commands/words.ts'

/** Place of each property of a session, of a tap port, and of what ends a block or a configuration session. */
const PLACES: Readonly<Record<string, number>> = {
  ip: 10,
  ipv6: 10,
  mac: 10,
  source: 20,
  destination: 30,
  truncate: 40,
  sample: 40,
  'rate-limit': 40,
  header: 40,
  encapsulation: 40,
  switchport: 50,
  tunnel: 50,
  action: 50,
  exec: 50,
  shutdown: 60,
  commit: 80,
  abort: 80,
  exit: 90,
  end: 95,
}
const WORDS = Object.keys(PLACES)

/**
 * Where a command stands among those typed with it: entering configuration -2, a removal -1, a head 0, then upwards.
 * `no monitor session TAP` → -1, `monitor session TAP source Ethernet1` → 20, `commit` → 80, `tcpdump` after all of them.
 */
export function rankCommand(command: string): number {
  const { verb, words } = splitVerb(splitWords(command))
  const [first = '', kind, third, property] = words
  if (abbreviates(first, 'configure', 4)) return abbreviates(property, 'commit', 3) ? 80 : -2
  if (abbreviates(first, 'monitor', 3) && abbreviates(kind, 'session', 2))
    return verb === 'set' ? placeOf(third === undefined ? undefined : property) : -1
  if (first === 'bash' || abbreviates(first, 'tcpdump', 4)) return 96
  return abbreviates(first, 'copy', 3) ? 97 : placeOf(first)
}

function placeOf(word: string | undefined): number {
  const found = word === undefined || word.length < 2 ? undefined : matchKeyword(word, WORDS)
  return found === undefined ? 0 : (PLACES[found] ?? 0)
}
