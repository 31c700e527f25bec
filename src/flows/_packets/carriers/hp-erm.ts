/** HP's encapsulated remote mirroring (ProCurve, ArubaOS-Switch): 12 bytes, then the frame, on a port that the operator chose. */
import { carrierCode } from '../../../facts/carriers.data.ts'
import type { FlowRow } from '../../_row/flow-row.ts'
import { isCopiedFrame, isCredibleFrame, mayBeFrame } from '../credible-frame.ts'
import { readInnerEthernet } from '../inner.ts'
import { type PacketBytes, u32 } from '../packet-bytes.ts'
import { udpEnd } from './udp-end.ts'

const HP_ERM = carrierCode('hp-erm')
const HEADER_LENGTH = 12
/** L2TPv3 over UDP with a cookie of 4 bytes has its frame at the same offset. @source RFC 3931 section 4.1.2 */
const L2TP_PORT = 1701

/**
 * Whether it is HP ERM. Its header has no mark of its own: on port 7932 a frame has to follow it, on other ports
 * a VLAN in the header and a credible frame.
 *
 * @source Wireshark packet-hp-erm.c: 8 bytes unknown, then 8 bits unknown, priority (3), CFI (1), VLAN (12), tagged (1)
 */
export function readHpErm(row: FlowRow, packet: PacketBytes, at: number): boolean {
  return mayBeFrame(packet, at + HEADER_LENGTH) && readMirrored(row, packet, at)
}

function readMirrored(row: FlowRow, packet: PacketBytes, at: number): boolean {
  const frameAt = at + HEADER_LENGTH
  const end = udpEnd(packet, at)
  const vlan = (u32(packet.bytes, at + 8) >>> 8) & 0xfff
  const isHere =
    row.destinationPort === 7932
      ? isCopiedFrame(packet, frameAt, end)
      : vlan !== 0 && row.destinationPort !== L2TP_PORT && isCredibleFrame(packet, frameAt, end)
  if (!isHere) return false
  row.carrier = HP_ERM
  if (vlan !== 0) row.innerVlan = vlan
  readInnerEthernet(row, packet, frameAt)
  return true
}
