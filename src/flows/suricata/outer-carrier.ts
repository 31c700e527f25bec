/** Which carrier Suricata took off, by what it says of the outer packet. */
import { type CarrierName, carrierCode } from '../../facts/carriers.data.ts'

const UDP = 17

/** IP protocol of the outer packet → what Suricata decoded behind it. Of GRE it does not say the type: the protocol is all that is known. */
const BY_PROTOCOL: ReadonlyMap<number, CarrierName> = new Map([
  [4, 'ip-in-ip'],
  [41, 'ip-in-ip'],
])

/**
 * Ports at which Suricata looks for these unless told otherwise. Behind UDP it also takes off Teredo, which is no carrier.
 *
 * @source suricata.yaml, `decoder.vxlan.ports` 4789 (and 8472 of Linux), `decoder.geneve.ports` 6081
 */
const BY_UDP_PORT: ReadonlyMap<number, CarrierName> = new Map([
  [4789, 'vxlan'],
  [8472, 'vxlan'],
  [6081, 'geneve'],
])

/** The carrier's code: Suricata has read its header; 0 where the outer packet does not tell which it was. */
export function outerCarrier(protocol: number, port: number): number {
  const name = protocol === UDP ? BY_UDP_PORT.get(port) : BY_PROTOCOL.get(protocol)
  return carrierCode(name ?? '')
}
