/** Whether bytes are the Ethernet frame that they look like: strict enough that payloads of other protocols do not pass for one. */
import { isCredibleIp } from './credible-ip.ts'
import { ipBehindType } from './ethernet.ts'
import { type PacketBytes, u16, u32 } from './packet-bytes.ts'

/** By the first byte of an EtherType: whether IP, ARP, a tag, label or session can start so, or a length of 802.3. */
const LEADS_TO_IP = new Uint8Array(256)
for (const byte of [0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x08, 0x81, 0x86, 0x88, 0x89, 0x91]) LEADS_TO_IP[byte] = 1

/** One look, asked of every UDP payload, that dismisses nearly all that is no frame. */
export function mayBeFrame({ bytes, to }: PacketBytes, at: number): boolean {
  return at + 14 <= to && LEADS_TO_IP[bytes[at + 12]!] === 1
}

/** A frame from one sender with IP, whose header is credible, or ARP. `end` is where the frame ended when it was sent. */
export function isCredibleFrame(packet: PacketBytes, at: number, end: number): boolean {
  if (!mayBeFrame(packet, at) || !hasSender(packet, at)) return false
  const ipAt = ipBehindType(packet, at + 12)
  return ipAt >= 0 ? isCredibleIp(packet, ipAt, end) : isArp(packet, at + 12)
}

/**
 * A frame where a port already says that one stands here: also what bridges say to each other (spanning tree, LLDP, CDP), which
 * mirrors copy too.
 *
 * @source IEEE 802.1D table 7-10: group addresses 01:80:c2:00:00:…; Cisco's are 01:00:0c:…
 */
export function isCopiedFrame(packet: PacketBytes, at: number, end: number): boolean {
  if (isCredibleFrame(packet, at, end)) return true
  if (!mayBeFrame(packet, at) || !hasSender(packet, at)) return false
  const group = u32(packet.bytes, at) >>> 8
  return group === 0x0180c2 || group === 0x01000c
}

/** The source address is of one station, and not empty. @source IEEE 802.3: group addresses have bit 0 of the first byte set */
function hasSender({ bytes }: PacketBytes, at: number): boolean {
  return (bytes[at + 6]! & 1) === 0 && (u16(bytes, at + 6) !== 0 || u32(bytes, at + 8) !== 0)
}

/** @source RFC 826: EtherType 0x0806, Ethernet 1, IPv4, lengths 6 and 4, request or reply */
function isArp({ bytes, to }: PacketBytes, typeAt: number): boolean {
  if (typeAt + 10 > to || u16(bytes, typeAt) !== 0x0806 || u32(bytes, typeAt + 2) !== 0x00010800) return false
  return u16(bytes, typeAt + 6) === 0x0604 && (u16(bytes, typeAt + 8) === 1 || u16(bytes, typeAt + 8) === 2)
}
