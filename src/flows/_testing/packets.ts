/** Packets written from their parts, inner ones first: `ethernet(ipv4(udp(payload, ports), ends))`. */
import { address, concat, u8, u16, u32 } from './bytes.ts'

/** Outer addresses; IPv4 and IPv6 must not be mixed. */
export interface Ends {
  readonly source: string
  readonly destination: string
}

export interface EthernetOptions {
  /** EtherType behind all tags. */
  readonly type?: number
  /** VLANs, outermost first. */
  readonly vlans?: readonly number[]
}

const MAC_TO = u8(0x02, 0, 0x5e, 0, 0x53, 1)
const MAC_FROM = u8(0x02, 0, 0x5e, 0, 0x53, 2)

/** @source IEEE 802.3, 802.1Q: tag 0x8100, 0x88a8 for the outer of several. */
export function ethernet(payload: Uint8Array, { type, vlans = [] }: EthernetOptions = {}): Uint8Array {
  const tags = vlans.map((vlan, depth) => u16(depth < vlans.length - 1 ? 0x88a8 : 0x8100, vlan))
  return concat(MAC_TO, MAC_FROM, ...tags, u16(type ?? etherTypeOf(payload)), payload)
}

/** By the version in the first nibble of an IP packet. */
export function etherTypeOf(packet: Uint8Array): number {
  return (packet[0] ?? 0) >>> 4 === 6 ? 0x86dd : 0x0800
}

export interface Ipv4Options extends Ends {
  readonly protocol: number
  readonly identification?: number
  /** In bytes, a multiple of 8. */
  readonly fragmentOffset?: number
  readonly moreFragments?: boolean
}

/** @source RFC 791 section 3.1 */
export function ipv4(payload: Uint8Array, options: Ipv4Options): Uint8Array {
  const { source, destination, protocol, identification = 0, fragmentOffset = 0, moreFragments = false } = options
  const flags = (moreFragments ? 0x2000 : 0) | (fragmentOffset >>> 3)
  const lengths = concat(u8(0x45, 0), u16(20 + payload.length, identification, flags))
  const header = concat(lengths, u8(64, protocol), u16(0), address(source), address(destination))
  header.set(u16(checksum(header)), 10)
  return concat(header, payload)
}

/** @source RFC 1071 */
function checksum(header: Uint8Array): number {
  let sum = 0
  for (let at = 0; at < header.length; at += 2) sum += ((header[at] ?? 0) << 8) | (header[at + 1] ?? 0)
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16)
  return ~sum & 0xffff
}

/** @source RFC 8200 section 3 */
export function ipv6(payload: Uint8Array, { source, destination, protocol }: Ends & { protocol: number }): Uint8Array {
  const start = concat(u32(0x60000000), u16(payload.length), u8(protocol, 64))
  return concat(start, address(source), address(destination), payload)
}

/** IPv4 or IPv6, as the addresses are. */
export function ip(payload: Uint8Array, options: Ends & { readonly protocol: number }): Uint8Array {
  return options.source.includes(':') ? ipv6(payload, options) : ipv4(payload, options)
}

/** The fragments of one IP packet, each with at most `size` (a multiple of 8) bytes of its payload. */
export function fragments(
  payload: Uint8Array,
  options: Ends & { readonly protocol: number; readonly identification: number; readonly size: number },
): readonly Uint8Array[] {
  const { source, protocol, identification, size } = options
  const offsets = Array.from({ length: Math.ceil(payload.length / size) }, (_, at) => at * size)
  return offsets.map((fragmentOffset) => {
    const part = payload.subarray(fragmentOffset, fragmentOffset + size)
    const moreFragments = fragmentOffset + size < payload.length
    if (!source.includes(':')) return ipv4(part, { ...options, fragmentOffset, moreFragments })
    // RFC 8200 section 4.5: next header 44.
    const header = concat(u8(protocol, 0), u16(fragmentOffset | Number(moreFragments)), u32(identification))
    return ipv6(concat(header, part), { ...options, protocol: 44 })
  })
}

export interface Ports {
  readonly sourcePort?: number
  readonly destinationPort: number
}

/** Without a checksum. @source RFC 768 */
export function udp(payload: Uint8Array, { sourcePort = 49152, destinationPort }: Ports): Uint8Array {
  return concat(u16(sourcePort, destinationPort, 8 + payload.length, 0), payload)
}

/** @source RFC 9293 section 3.1 */
export function tcp(payload: Uint8Array, { sourcePort = 49152, destinationPort }: Ports): Uint8Array {
  return concat(u16(sourcePort, destinationPort), u32(1, 1), u16(0x5018, 8192, 0, 0), payload)
}

/** One UDP datagram in Ethernet: what an exporter sends its collector. */
export function datagramFrame(payload: Uint8Array, ends: Ends & Ports): Uint8Array {
  return ethernet(ip(udp(payload, ends), { ...ends, protocol: 17 }))
}
