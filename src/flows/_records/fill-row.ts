/** The members that flow records of all tools share, from whatever values they are written as. */
import type { FlowRow } from '../_row/flow-row.ts'
import { setAddresses } from './addresses.ts'
import { countOf, interfaceOf, portOf, protocolOf } from './numbers.ts'

/** Values as written; what a record does not say is left out. */
export interface RecordValues {
  readonly source: unknown
  readonly destination: unknown
  readonly protocol?: unknown
  readonly sourcePort?: unknown
  readonly destinationPort?: unknown
  readonly ingress?: unknown
  readonly egress?: unknown
  readonly bytes?: unknown
  readonly packets?: unknown
}

/** ICMP of both IP versions: tools write type and code where other protocols have ports. */
const WITHOUT_PORTS: ReadonlySet<number> = new Set([1, 58])

/**
 * Resets the row and writes these values into it; false where one of the addresses is none, and then the row is not to be taken.
 *
 * `fillRow(row, { source: '192.0.2.1', destination: '198.51.100.200', protocol: 'GRE' })`
 */
export function fillRow(row: FlowRow, values: RecordValues): boolean {
  row.reset()
  if (!setAddresses(row, values.source, values.destination)) return false
  row.protocol = protocolOf(values.protocol)
  row.ingress = interfaceOf(values.ingress)
  row.egress = interfaceOf(values.egress)
  row.bytes = countOf(values.bytes)
  row.packets = countOf(values.packets)
  if (WITHOUT_PORTS.has(row.protocol)) return true
  row.sourcePort = portOf(values.sourcePort)
  row.destinationPort = portOf(values.destinationPort)
  return true
}

/** The same of the packet inside a carrier, for records that say it. */
export function fillInner(
  row: FlowRow,
  values: Pick<RecordValues, 'protocol' | 'sourcePort' | 'destinationPort'>,
): void {
  row.innerProtocol = protocolOf(values.protocol)
  if (WITHOUT_PORTS.has(row.innerProtocol)) return
  row.innerSourcePort = portOf(values.sourcePort)
  row.innerDestinationPort = portOf(values.destinationPort)
}
