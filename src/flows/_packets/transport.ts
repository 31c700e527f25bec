/** What an IP packet carries: ports, and carriers of copies by their protocol. */
import { carrierCode } from '../../facts/carriers.data.ts'
import type { FlowRow } from '../_row/flow-row.ts'
import { readGre } from './carriers/gre.ts'
import { readL2tpv3 } from './carriers/l2tpv3.ts'
import { readUdp } from './carriers/udp.ts'
import { readInnerIp } from './inner.ts'
import { type PacketBytes, u16 } from './packet-bytes.ts'

const IP_IN_IP = carrierCode('ip-in-ip')

/**
 * Reads on behind the IP header by the protocol of the row.
 *
 * @source IANA protocol numbers: 6 TCP, 17 UDP, 132 SCTP, 4 and 41 IP in IP, 47 GRE, 115 L2TPv3
 */
export function readTransport(row: FlowRow, packet: PacketBytes, at: number): void {
  switch (row.protocol) {
    case 6:
    case 132:
      readPorts(row, packet, at)
      return
    case 17:
      if (readPorts(row, packet, at)) readUdp(row, packet, at)
      return
    case 47:
      readGre(row, packet, at)
      return
    case 4:
    case 41:
      row.carrier = IP_IN_IP
      readInnerIp(row, packet, at)
      return
    case 115:
      readL2tpv3(row, packet, at)
  }
}

/** @source RFC 768, RFC 9293, RFC 9260: both ports stand first */
function readPorts(row: FlowRow, { bytes, to }: PacketBytes, at: number): boolean {
  if (at + 4 > to) return false
  row.sourcePort = u16(bytes, at)
  row.destinationPort = u16(bytes, at + 2)
  return true
}
