/**
 * Header bytes of one packet → the row: its outermost addresses, protocol and ports; which carrier of copies it is; and of the
 * packet inside, its VLAN, protocol and ports. Payload is never looked at further than it takes to tell a carrier.
 *
 * Nothing here resets the row, or sets bytes, packets or times. Any bytes, cut anywhere, are read as far as they are certain.
 */
import type { FlowRow } from '../_row/flow-row.ts'
import { ipBehindType, isIpType } from './ethernet.ts'
import { ipHeader, readAddresses } from './ip-header.ts'
import { type PacketBytes, u16 } from './packet-bytes.ts'
import { readTransport } from './transport.ts'

/** An Ethernet frame, without preamble; a checksum behind it does no harm. False when there is no IP in it. */
export function readEthernet(row: FlowRow, packet: PacketBytes): boolean {
  return readIpAt(row, packet, ipBehindType(packet, packet.from + 12))
}

/** An IPv4 or IPv6 packet, by its version. False when it is neither, or its addresses are cut. */
export function readIp(row: FlowRow, packet: PacketBytes): boolean {
  return readIpAt(row, packet, packet.from)
}

/**
 * A packet as a capture of this link type keeps it: Ethernet (1), raw IP (12, 101, 228, 229), BSD loopback (0, 108), Linux
 * cooked (113, 276). False for other link types and where there is no IP.
 *
 * @source tcpdump.org/linktypes.html; LINKTYPE_LINUX_SLL (protocol at 14), LINKTYPE_LINUX_SLL2 (protocol at 0, header of 20)
 */
export function readLink(row: FlowRow, packet: PacketBytes, linkType: number): boolean {
  const { from } = packet
  switch (linkType) {
    case 1:
      return readEthernet(row, packet)
    case 12:
    case 101:
    case 228:
    case 229:
      return readIp(row, packet)
    case 0:
    case 108:
      return readIpAt(row, packet, from + 4)
    case 113:
      return readIpAt(row, packet, ipBehindType(packet, from + 14))
    case 276:
      return readIpAt(row, packet, ipBehindCookedTwo(packet))
    default:
      return false
  }
}

/** The protocol stands first in this header, so tags cannot follow it: IP or nothing. */
function ipBehindCookedTwo({ bytes, from, to }: PacketBytes): number {
  if (from + 20 > to) return -1
  return isIpType(u16(bytes, from)) ? from + 20 : -1
}

function readIpAt(row: FlowRow, packet: PacketBytes, at: number): boolean {
  if (at < 0) return false
  const header = ipHeader(packet, at)
  if (header < 0) return false
  readAddresses(row, packet, at)
  row.protocol = header & 0xff
  if (header > 0xff) readTransport(row, packet, at + (header >>> 8))
  return true
}
