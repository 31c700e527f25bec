/** TZSP, by which MikroTik routers and wireless sensors send copies to any port. */
import { carrierCode } from '../../../facts/carriers.data.ts'
import type { FlowRow } from '../../_row/flow-row.ts'
import { isCredibleFrame } from '../credible-frame.ts'
import { readInnerEthernet } from '../inner.ts'
import { type PacketBytes, u16 } from '../packet-bytes.ts'
import { udpEnd } from './udp-end.ts'

const TZSP = carrierCode('tzsp')
const ETHERNET = 1

/**
 * Whether it is TZSP with a packet in it: on port 37008 by its header, on others with Ethernet inside that is credible.
 *
 * @source tcpdump print-tzsp.c: version 1, type 0 (received) or 1 (to transmit), protocol (1 Ethernet, 18 IEEE 802.11,
 * 119 Prism, 127 AVS), tags
 */
export function readTzsp(row: FlowRow, packet: PacketBytes, at: number): boolean {
  const { bytes } = packet
  if (bytes[at] !== 1 || bytes[at + 1]! > 1) return false
  const protocol = u16(bytes, at + 2)
  if (protocol !== ETHERNET && protocol !== 18 && protocol !== 119 && protocol !== 127) return false
  const frameAt = behindTags(packet, at + 4)
  const isEthernet = protocol === ETHERNET && frameAt > 0
  if (row.destinationPort !== 37008 && !(isEthernet && isCredibleFrame(packet, frameAt, udpEnd(packet, at))))
    return false
  row.carrier = TZSP
  if (isEthernet) readInnerEthernet(row, packet, frameAt)
  return true
}

/** -1 when the last tag is cut. @source tcpdump print-tzsp.c: 0 padding and 1 end are one byte, others have a length */
function behindTags({ bytes, to }: PacketBytes, from: number): number {
  let at = from
  while (at < to) {
    const tag = bytes[at]!
    if (tag === 1) return at + 1
    if (tag === 0) at += 1
    else if (at + 1 < to) at += 2 + bytes[at + 1]!
    else return -1
  }
  return -1
}
