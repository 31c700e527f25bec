/** Headers of IPv4 and IPv6, with options and extension headers. */
import { IPV4_WORD } from '../_row/address-words.ts'
import type { FlowRow } from '../_row/flow-row.ts'
import { type PacketBytes, u16, u32 } from './packet-bytes.ts'

const FRAGMENT = 44

/** Extension headers beyond these are noise; no stack sends more. */
const MAX_EXTENSIONS = 8

/**
 * Reads the header at an offset. Gives the protocol in the low byte and the length of the header, all extensions included,
 * above it: `20 << 8 | 17`. The length is 0 where what the header carries cannot be read: a fragment that is not the first,
 * or options that are cut; the protocol is then the last one that is certain. -1 when it is no IP, or its addresses are cut.
 */
export function ipHeader(packet: PacketBytes, at: number): number {
  if (at >= packet.to) return -1
  const version = packet.bytes[at]! >>> 4
  if (version === 4) return ipv4Header(packet, at)
  return version === 6 ? ipv6Header(packet, at) : -1
}

/** Sets both addresses of a header that {@link ipHeader} has accepted. */
export function readAddresses(row: FlowRow, { bytes }: PacketBytes, at: number): void {
  if (bytes[at]! >>> 4 === 4) {
    row.sourceA = row.sourceB = row.destinationA = row.destinationB = 0
    row.sourceC = row.destinationC = IPV4_WORD
    row.sourceD = u32(bytes, at + 12)
    row.destinationD = u32(bytes, at + 16)
    return
  }
  row.sourceA = u32(bytes, at + 8)
  row.sourceB = u32(bytes, at + 12)
  row.sourceC = u32(bytes, at + 16)
  row.sourceD = u32(bytes, at + 20)
  row.destinationA = u32(bytes, at + 24)
  row.destinationB = u32(bytes, at + 28)
  row.destinationC = u32(bytes, at + 32)
  row.destinationD = u32(bytes, at + 36)
}

/** @source RFC 791 section 3.1: header length in words, fragment offset in 13 bits at 6, protocol at 9 */
function ipv4Header({ bytes, to }: PacketBytes, at: number): number {
  const length = (bytes[at]! & 15) * 4
  if (length < 20 || at + 20 > to) return -1
  const protocol = bytes[at + 9]!
  const isFirst = (u16(bytes, at + 6) & 0x1fff) === 0
  return isFirst && at + length <= to ? (length << 8) | protocol : protocol
}

/** @source RFC 8200 section 3 (next header at 6), section 4 (extension headers) */
function ipv6Header(packet: PacketBytes, at: number): number {
  const { bytes, to } = packet
  if (at + 40 > to) return -1
  let protocol = bytes[at + 6]!
  let next = at + 40
  for (let extensions = 0; isExtension(protocol); extensions++) {
    if (extensions === MAX_EXTENSIONS || next + 8 > to) return protocol
    const length = extensionLength(packet, next, protocol)
    const isLater = protocol === FRAGMENT && u16(bytes, next + 2) >>> 3 !== 0
    protocol = bytes[next]!
    if (isLater) return protocol
    next += length
  }
  return next <= to ? ((next - at) << 8) | protocol : protocol
}

/** Hop-by-hop, routing, fragment, authentication, destination options. @source IANA IPv6 extension header types */
function isExtension(protocol: number): boolean {
  return protocol === 0 || protocol === 43 || protocol === FRAGMENT || protocol === 51 || protocol === 60
}

/** @source RFC 8200 sections 4.2 and 4.5; RFC 4302 section 2.2: the authentication header counts in words, less two */
function extensionLength({ bytes }: PacketBytes, at: number, protocol: number): number {
  if (protocol === FRAGMENT) return 8
  return protocol === 51 ? (bytes[at + 1]! + 2) * 4 : (bytes[at + 1]! + 1) * 8
}
