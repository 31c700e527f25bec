/** Whether bytes are the IP header that they look like, where no type field says so. */
import { type PacketBytes, u16 } from './packet-bytes.ts'

/** Behind a packet its frame may be filled up to 60 bytes, and end with a checksum. @source IEEE 802.3: 14 + 46 + 4 */
const MAX_PADDING = 46 + 4

/**
 * An IP header, with bytes behind it up to `end`: as many as were sent, which may be more than were kept. IPv4 needs its
 * header checksum to be right, or to be left to the network card (0) and its length to fit; IPv6 needs its length to fit.
 */
export function isCredibleIp(packet: PacketBytes, at: number, end: number): boolean {
  if (at + 20 > packet.to) return false
  const version = packet.bytes[at]! >>> 4
  if (version === 4) return isCredibleIpv4(packet, at, end)
  return version === 6 && isCredibleIpv6(packet, at, end)
}

/** @source RFC 791 section 3.1; RFC 1071 */
function isCredibleIpv4({ bytes, to }: PacketBytes, at: number, end: number): boolean {
  const headerLength = (bytes[at]! & 15) * 4
  const length = u16(bytes, at + 2)
  if (headerLength < 20 || at + headerLength > to || length < headerLength || bytes[at + 8] === 0) return false
  if (u16(bytes, at + 10) === 0) return fits(at + length, end)
  let sum = 0
  for (let word = at; word < at + headerLength; word += 2) sum += u16(bytes, word)
  return sum % 0xffff === 0
}

/** @source RFC 8200 section 3: payload length at 4, next header at 6, hop limit at 7 */
function isCredibleIpv6({ bytes, to }: PacketBytes, at: number, end: number): boolean {
  if (at + 40 > to || bytes[at + 7] === 0) return false
  return fits(at + 40 + u16(bytes, at + 4), end)
}

/** Whether a packet ends where its frame did, padding and checksum aside. */
function fits(packetEnd: number, end: number): boolean {
  return packetEnd <= end && end - packetEnd <= MAX_PADDING
}
