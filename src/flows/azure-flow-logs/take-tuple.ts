/** The comma-separated text that is one flow of an Azure flow log. */
import { valuesOf } from '../_records/columns.ts'
import { fillRow } from '../_records/fill-row.ts'
import { epochMomentOf } from '../_records/moments.ts'
import { countOf } from '../_records/numbers.ts'
import { takeBothWays } from '../_records/take-both-ways.ts'
import type { FlowSink } from '../contract.ts'

/** Which of the two logs a tuple stands in: they differ behind the direction. */
export type TupleLayout = 'virtual-network' | 'security-group'

/** No tuple is longer: two IPv6 addresses and eleven numbers. */
const MAX_TUPLE_LENGTH = 512

const LETTERS: ReadonlyMap<string, number> = new Map([
  ['T', 6],
  ['U', 17],
])

/** What stands behind the direction. */
interface Rest {
  /** Nobody let it through. */
  readonly isDenied: boolean
  /** Packets and bytes of the source, then of the destination; missing when a flow begins. */
  readonly amounts: readonly string[]
}

/**
 * Takes the rows of one tuple; refused traffic did not arrive, and is none.
 *
 * `1763089927000,10.0.0.6,203.0.113.66,4096,4789,17,O,C,NX,120,93600,0,0`
 *
 * @source Microsoft Learn, "Virtual network flow logs": time in milliseconds, addresses, ports, protocol number, direction, state
 * B, C, E or D, encryption, amounts; "Flow logging for network security groups": time in seconds, T or U, direction, decision
 * A or D, and in version 2 state and amounts
 */
export function takeTuple(text: unknown, layout: TupleLayout, sink: FlowSink): 'row' | 'denied' | 'damaged' {
  if (typeof text !== 'string' || text.length > MAX_TUPLE_LENGTH) return 'damaged'
  const [time, source, destination, sourcePort, destinationPort, protocol = '', , ...behind] = valuesOf(text, ',')
  const values = { source, destination, sourcePort, destinationPort, protocol: LETTERS.get(protocol) ?? protocol }
  const { row } = sink
  if (behind.length === 0 || !fillRow(row, values)) return 'damaged'
  const { isDenied, amounts } = layout === 'virtual-network' ? networkRest(behind) : groupRest(behind)
  if (isDenied) return 'denied'
  row.startMs = row.endMs = epochMomentOf(time)
  const [packets = 0, bytes = 0, packetsBack = 0, bytesBack = 0] = amounts.map(countOf)
  takeBothWays(sink, { bytes, packets }, { bytes: bytesBack, packets: packetsBack })
  return 'row'
}

/** State, then encryption (`X`, `NX_NOT_SUPPORTED`), which the first versions left out, then amounts. */
function networkRest([state, ...rest]: readonly string[]): Rest {
  const isEncryption = /^N?X/.test(rest[0] ?? '')
  return { isDenied: state === 'D', amounts: isEncryption ? rest.slice(1) : rest }
}

/** Decision, then state, then amounts. */
function groupRest([decision, , ...amounts]: readonly string[]): Rest {
  return { isDenied: decision === 'D', amounts }
}
