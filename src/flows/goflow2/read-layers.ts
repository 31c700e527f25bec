/** What goflow2 saw of a sampled packet's headers: which carrier it is in, and what is inside. */
import { type CarrierName, carrierCode } from '../../facts/carriers.data.ts'
import { asList } from '../_records/members.ts'
import type { FlowRow } from '../_row/flow-row.ts'

const GRE = 47
const UDP = 17

/** More layers than any packet has. */
const MAX_LAYERS = 32

/** Layer behind the GRE header → what GRE carries; it stops at GRE where it does not know the type, as with ERSPAN. */
const IN_GRE: Readonly<Record<string, CarrierName>> = { Ethernet: 'gre-ethernet', IPv4: 'gre-ip' }

const INNER_PROTOCOLS: Readonly<Record<string, number>> = { ICMP: 1, TCP: 6, UDP: 17, ICMPv6: 58 }

/**
 * `['Ethernet', 'IPv4', 'GRE', 'IPv4', 'TCP']` → carrier `gre-ip`, inner protocol 6. A row of another protocol keeps none: then
 * the tunnel lies inside another one.
 *
 * @source goflow2 `pb/flow.proto` (LayerStack), `producer/proto/producer_packet.go` (order of layers)
 */
export function readLayers(row: FlowRow, stack: unknown): void {
  const layers = asList(stack).slice(0, MAX_LAYERS)
  const at = layers.findIndex((layer) => layer === 'GRE' || layer === 'Geneve')
  if (at === -1) return
  const isGre = layers[at] === 'GRE'
  if (row.protocol !== (isGre ? GRE : UDP)) return
  const inside = layers.slice(at + 1)
  row.carrier = carrierCode(isGre ? greCarrier(inside[0]) : 'geneve')
  row.innerProtocol = inside.map(innerProtocol).find((protocol) => protocol !== -1) ?? -1
}

/** None where the type of GRE is not known: the IP protocol is all that is sure. */
function greCarrier(next: unknown): CarrierName {
  return (typeof next === 'string' ? IN_GRE[next] : undefined) ?? ''
}

function innerProtocol(layer: unknown): number {
  return (typeof layer === 'string' ? INNER_PROTOCOLS[layer] : undefined) ?? -1
}
