/** What Zeek's names of tunnels are on the wire. */
import { type CarrierName, carrierCode } from '../../facts/carriers.data.ts'
import type { FlowRow } from '../_row/flow-row.ts'

interface TunnelType {
  readonly carrier: CarrierName
  /** IP protocol of the outer packet; -1 where several are possible. */
  readonly protocol: number
}

/**
 * Those without a carrier are no way in which a device sends copies, or, as with GRE, not known well enough to name one: Zeek
 * does not say the type. Their outer protocol is told.
 *
 * @source Zeek `types.bif`, enum `Tunnel::Type`; GRE covers ERSPAN I to III; IP is any of IPv4 and IPv6 in another
 */
const TYPES: ReadonlyMap<string, TunnelType> = new Map([
  ['Tunnel::GRE', { carrier: '', protocol: 47 }],
  ['Tunnel::VXLAN', { carrier: 'vxlan', protocol: 17 }],
  ['Tunnel::GENEVE', { carrier: 'geneve', protocol: 17 }],
  ['Tunnel::IP', { carrier: 'ip-in-ip', protocol: -1 }],
  ['Tunnel::TEREDO', { carrier: '', protocol: 17 }],
  ['Tunnel::GTPv1', { carrier: '', protocol: 17 }],
  ['Tunnel::SOCKS', { carrier: '', protocol: 6 }],
  ['Tunnel::HTTP', { carrier: '', protocol: 6 }],
])

/** Writes carrier and protocol of a tunnel type into the row; an unknown type leaves it as it is. */
export function setTunnel(row: FlowRow, type: string): void {
  const known = TYPES.get(type)
  if (known === undefined) return
  row.carrier = carrierCode(known.carrier)
  if (row.protocol === -1) row.protocol = known.protocol
}
