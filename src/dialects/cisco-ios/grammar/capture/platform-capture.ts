/** Captures of the forwarding hardware, switched on with `debug`: copies of traced packets, and of packets for the CPU. */
import { parseDirection } from '../../../../facts/directions.ts'
import type { MirrorEdit } from '../../../../facts/mirror-edit.ts'
import type { Direction, MirrorSource } from '../../../../facts/mirror-session.ts'
import { canonicalInterfaceName } from '../../../../kit/interface-name.ts'
import { abbreviates, matchKeyword } from '../../../../kit/keyword.ts'
import { type Verb, write } from '../../../_cisco-configuration/commands/command-line.ts'
import type { Step } from '../../../_cisco-configuration/commands/step.ts'
import type { RunLine, RunMemory } from '../memory.ts'
import { changeOf } from '../session-change.ts'

/** Bounds what a hostile run can make of it. */
const MAX_SOURCES = 256

/** Where both stay until somebody fetches them. */
const BUFFER: MirrorEdit = { do: 'add-destinations', destinations: [{ file: 'buffer' }] }

/**
 * Reads `debug platform packet-trace copy packet both`, `debug platform condition interface Gi0/0/1 ingress`, `debug platform
 * condition start`, `debug platform software fed switch active punt packet-capture start`. Undefined for other commands.
 *
 * @source Cisco IOS-XE "Packet Trace" (ASR 1000, CSR 1000V); Catalyst 9000 "Troubleshoot punted packets with FED packet capture"
 */
export function readPlatformCapture({ verb, words, run }: RunLine): Step | undefined {
  const [first, second, third, ...rest] = words.map((word) => word.toLowerCase())
  if (!abbreviates(first, 'debug', 3) || !abbreviates(second, 'platform', 2)) return undefined
  const kind = matchKeyword(third, ['condition', 'fed', 'packet-trace', 'software'])
  if (kind === 'packet-trace') return readPacketTrace(verb, rest, run)
  if (kind === 'condition') return readCondition(verb, rest, run)
  return kind === undefined ? undefined : readPuntCapture(verb, rest)
}

/** `copy packet both size 2048` keeps the packets; without it only their way through the platform is told. */
function readPacketTrace(verb: Verb, [first, ...rest]: readonly string[], { packetTrace }: RunMemory): Step {
  if (verb !== 'set') return packetTrace.copies ? endTrace(packetTrace) : {}
  if (matchKeyword(first, ['copy', 'drop', 'enable', 'packet', 'punt', 'statistics']) !== 'copy') return {}
  packetTrace.copies = true
  const size = Number(/^\d{1,5}$/.exec(rest[rest.indexOf('size') + 1] ?? '')?.[0] ?? Number.NaN)
  const sources = [...packetTrace.sources]
  return trace(
    [
      { do: 'define', name: 'packet-trace', kind: 'capture', enabled: 'unknown' },
      BUFFER,
      ...(sources.length === 0 ? [] : [{ do: 'add-sources', sources } as const]),
      ...(Number.isNaN(size) ? [] : [{ do: 'set', details: { truncateBytes: size } } as const]),
    ],
    `packet-trace ${['copy', ...rest].join(' ')}`,
  )
}

function endTrace(packetTrace: RunMemory['packetTrace']): Step {
  packetTrace.copies = false
  return trace([{ do: 'remove' }], 'packet-trace', 'no')
}

/** Conditions serve every debug of the platform: they are sources only where packets are copied. */
function readCondition(verb: Verb, words: readonly string[], { packetTrace }: RunMemory): Step {
  const [first] = words
  const action = matchKeyword(first, ['start', 'stop'])
  if (action !== undefined)
    return packetTrace.copies ? trace([{ do: 'set', enabled: action === 'start' }], `condition ${action}`) : {}
  const source = readConditionSource(words)
  if (source === undefined) return {}
  if (verb === 'set' && packetTrace.sources.length < MAX_SOURCES) packetTrace.sources.push(source)
  if (!packetTrace.copies) return {}
  const edit: MirrorEdit = { do: verb === 'set' ? 'add-sources' : 'drop-sources', sources: [source] }
  return trace([edit], `condition interface ${source.interface} ${source.direction}`, verb)
}

/** `interface Gi0/0/1 ipv4 access-list 150 ingress` */
function readConditionSource([first, ...rest]: readonly string[]): MirrorSource | undefined {
  if (matchKeyword(first, ['interface']) === undefined) return undefined
  const joined = /^[a-z-]+$/i.test(rest[0] ?? '') ? rest.slice(0, 2).join('') : rest[0]
  const name = canonicalInterfaceName(joined ?? '')
  const word = matchKeyword(rest.at(-1), ['ingress', 'egress', 'both']) ?? ''
  const direction: Direction = parseDirection(word) ?? 'both'
  return name === undefined ? undefined : { interface: name, direction }
}

function trace(edits: readonly MirrorEdit[], said: string, verb: Verb = 'set'): Step {
  const canonical = write(verb, `debug platform ${said}`)
  return { changes: [changeOf(['platform-capture', 'packet-trace'], edits, canonical)] }
}

/** Packets that the hardware hands to the CPU (punt), and those the CPU hands back (inject). */
function readPuntCapture(verb: Verb, words: readonly string[]): Step | undefined {
  const at = words.findIndex((word) => word.length > 6 && abbreviates(word, 'packet-capture', 7))
  const way = matchKeyword(words[at - 1], ['inject', 'punt'])
  if (at === -1 || way === undefined) return undefined
  const action = matchKeyword(words[at + 1], ['buffer', 'clear-filter', 'set-filter', 'start', 'stop'])
  if (action !== 'start' && action !== 'stop') return {}
  const running = action === 'start' && verb === 'set'
  const source: MirrorSource = { interface: 'control-plane', direction: way === 'punt' ? 'rx' : 'tx' }
  const begin: readonly MirrorEdit[] = [
    { do: 'define', name: way, kind: 'capture', enabled: true },
    BUFFER,
    { do: 'add-sources', sources: [source] },
  ]
  const edits: readonly MirrorEdit[] = [...(running ? begin : []), { do: 'set', enabled: running }]
  return {
    changes: [
      changeOf(['platform-capture', way], edits, write(verb, `debug platform ${way} packet-capture ${action}`)),
    ],
  }
}
