/** L2TPv3 straight over IP: pseudowires, which carry frames. */
import { carrierCode } from '../../../facts/carriers.data.ts'
import type { FlowRow } from '../../_row/flow-row.ts'
import { isCredibleFrame } from '../credible-frame.ts'
import { readInnerEthernet } from '../inner.ts'
import { type PacketBytes, u32 } from '../packet-bytes.ts'

const L2TPV3 = carrierCode('l2tpv3')

/** Cookie of 0, 4 or 8 bytes and a sublayer of 0 or 4: agreed beforehand, not written in the packet. */
const MAX_COOKIE_AND_SUBLAYER = 12

/**
 * The row's session is the pseudowire's; control messages (session 0) have none. The frame is looked for where it can start.
 *
 * @source RFC 3931 section 4.1.1: session id, then a cookie
 */
export function readL2tpv3(row: FlowRow, packet: PacketBytes, at: number): void {
  row.carrier = L2TPV3
  if (at + 4 > packet.to) return
  const session = u32(packet.bytes, at)
  if (session === 0) return
  row.sessionId = session
  for (let frameAt = at + 4; frameAt <= at + 4 + MAX_COOKIE_AND_SUBLAYER; frameAt += 4) {
    if (isCredibleFrame(packet, frameAt, packet.to)) {
      readInnerEthernet(row, packet, frameAt)
      return
    }
  }
}
