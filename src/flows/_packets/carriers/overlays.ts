/** VXLAN and GENEVE: overlays of data centres, which clouds and switches also use for copies. */
import { carrierCode } from '../../../facts/carriers.data.ts'
import type { FlowRow } from '../../_row/flow-row.ts'
import { isCredibleFrame } from '../credible-frame.ts'
import { isIpType } from '../ethernet.ts'
import { readInnerEthernet, readInnerIp } from '../inner.ts'
import { type PacketBytes, u16, u32 } from '../packet-bytes.ts'
import { udpEnd } from './udp-end.ts'

const VXLAN = carrierCode('vxlan')
const GENEVE = carrierCode('geneve')
const ETHERNET = 0x6558

/** Whether it is VXLAN: by its header on port 4789, on others with a credible frame behind it. @source RFC 7348 section 5 */
export function readVxlan(row: FlowRow, packet: PacketBytes, at: number): boolean {
  const { bytes, to } = packet
  if ((bytes[at]! & 0x7f) !== 0x08 || at + 8 > to || !isVxlanHeader(bytes, at)) return false
  if (row.destinationPort !== 4789 && !isCredibleFrame(packet, at + 8, udpEnd(packet, at))) return false
  row.carrier = VXLAN
  row.sessionId = u32(bytes, at + 4) >>> 8
  readInnerEthernet(row, packet, at + 8)
  return true
}

/**
 * Whether it is GENEVE: by its header on port 6081, on others with a credible frame behind it.
 *
 * @source RFC 8926 section 3.4: version and length of options, flags, protocol, network, reserved
 */
export function readGeneve(row: FlowRow, packet: PacketBytes, at: number): boolean {
  const { bytes, to } = packet
  const type = u16(bytes, at + 2)
  if (bytes[at]! > 0x3f || (type !== ETHERNET && !isIpType(type))) return false
  if (at + 8 > to || (bytes[at + 1]! & 0x3f) !== 0 || bytes[at + 7] !== 0) return false
  const payload = at + 8 + bytes[at]! * 4
  if (row.destinationPort !== 6081 && !(type === ETHERNET && isCredibleFrame(packet, payload, udpEnd(packet, at))))
    return false
  row.carrier = GENEVE
  row.sessionId = u32(bytes, at + 4) >>> 8
  if (type === ETHERNET) readInnerEthernet(row, packet, payload)
  else readInnerIp(row, packet, payload)
  return true
}

/** Flag I, and what is reserved empty. @source draft-smith-vxlan-group-policy-05: flag G, bits D and A, a group in 16 bits */
function isVxlanHeader(bytes: Uint8Array, at: number): boolean {
  if (bytes[at + 7] !== 0) return false
  return bytes[at] === 0x08 ? bytes[at + 1] === 0 && u16(bytes, at + 2) === 0 : (bytes[at + 1]! & 0xb7) === 0
}
