/** The header of ERSPAN types II and III: which session, and the VLAN its frame was copied from. */
import { carrierCode } from '../../../facts/carriers.data.ts'
import type { FlowRow } from '../../_row/flow-row.ts'
import { readInnerEthernet, readInnerIp } from '../inner.ts'
import { type PacketBytes, u16 } from '../packet-bytes.ts'

const ERSPAN_2 = carrierCode('erspan-2')
const ERSPAN_3 = carrierCode('erspan-3')

/**
 * Reads the header behind GRE. Its version decides, and not the GRE type before it: Linux and Open vSwitch accept either type
 * for both versions, and send version 2 under 0x88be as well. A header of neither version is not believed: what GRE said of the
 * carrier stays, the session is unknown.
 *
 * @source draft-foschiano-erspan-03 sections 4.2 and 4.3: version (4 bits), VLAN (12), class and flags (6), session id (10)
 * @source Linux net/ipv4/ip_gre.c erspan_rcv: the header's length by its version
 */
export function readErspanHeader(row: FlowRow, packet: PacketBytes, at: number): void {
  const { bytes, to } = packet
  if (at + 4 > to) return
  const version = bytes[at]! >>> 4
  if (version !== 1 && version !== 2) return
  row.carrier = version === 1 ? ERSPAN_2 : ERSPAN_3
  row.sessionId = u16(bytes, at + 2) & 0x3ff
  const vlan = u16(bytes, at) & 0xfff
  if (vlan !== 0) row.innerVlan = vlan
  if (version === 1) readInnerEthernet(row, packet, at + 8)
  else readTypeThreeFrame(row, packet, at)
}

/**
 * Behind the timestamp and the group tag.
 *
 * @source draft-foschiano-erspan-03 section 4.3: frame type in 5 bits (0 Ethernet, 2 IP), and in the last bit of 12 bytes whether
 * 8 of the platform follow
 */
function readTypeThreeFrame(row: FlowRow, packet: PacketBytes, at: number): void {
  if (at + 12 > packet.to) return
  const word = u16(packet.bytes, at + 10)
  const frameAt = at + ((word & 1) === 1 ? 20 : 12)
  const frameType = (word >>> 10) & 31
  if (frameType === 0) readInnerEthernet(row, packet, frameAt)
  else if (frameType === 2) readInnerIp(row, packet, frameAt)
}
