/** The packet inside a carrier: its VLAN, protocol and ports, and no further down. */
import type { FlowRow } from '../_row/flow-row.ts'
import { ipBehindType, outermostVlan } from './ethernet.ts'
import { ipHeader } from './ip-header.ts'
import { type PacketBytes, u16 } from './packet-bytes.ts'

/** A frame inside. A VLAN that the carrier's own header gave stays. */
export function readInnerEthernet(row: FlowRow, packet: PacketBytes, at: number): void {
  if (row.innerVlan < 0) row.innerVlan = outermostVlan(packet, at + 12)
  const ipAt = ipBehindType(packet, at + 12)
  if (ipAt >= 0) readInnerIp(row, packet, ipAt)
}

/** An IP packet inside. @source IANA protocol numbers: ports of TCP 6, UDP 17, SCTP 132 */
export function readInnerIp(row: FlowRow, packet: PacketBytes, at: number): void {
  const header = ipHeader(packet, at)
  if (header < 0) return
  const protocol = header & 0xff
  const portsAt = at + (header >>> 8)
  row.innerProtocol = protocol
  if (header <= 0xff || portsAt + 4 > packet.to) return
  if (protocol !== 6 && protocol !== 17 && protocol !== 132) return
  row.innerSourcePort = u16(packet.bytes, portsAt)
  row.innerDestinationPort = u16(packet.bytes, portsAt + 2)
}
