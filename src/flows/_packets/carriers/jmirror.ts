/** Juniper packet mirroring (JUNOSe, subscriber secure policy): two numbers, then the packet of a subscriber. */
import { carrierCode } from '../../../facts/carriers.data.ts'
import type { FlowRow } from '../../_row/flow-row.ts'
import { isCredibleIp } from '../credible-ip.ts'
import { readInnerIp } from '../inner.ts'
import { type PacketBytes, u32 } from '../packet-bytes.ts'
import { udpEnd } from './udp-end.ts'

const JMIRROR = carrierCode('jmirror')
const HEADER_LENGTH = 8

/**
 * Whether it is Juniper's mirror header with a credible packet behind it. To be asked on port 30030 alone: GTP-U has the same
 * shape. The row's session is the number of the mirror.
 *
 * @source Wireshark packet-jmirror.c: mirror id (4 bytes), session id (4), then IP, or PPP as ff 03 00 21
 */
export function readJmirror(row: FlowRow, packet: PacketBytes, at: number): boolean {
  if (at + HEADER_LENGTH + 4 > packet.to) return false
  const isPpp = u32(packet.bytes, at + HEADER_LENGTH) === 0xff030021
  const ipAt = at + HEADER_LENGTH + (isPpp ? 4 : 0)
  if (!isCredibleIp(packet, ipAt, udpEnd(packet, at))) return false
  row.carrier = JMIRROR
  row.sessionId = u32(packet.bytes, at)
  readInnerIp(row, packet, ipAt)
  return true
}
