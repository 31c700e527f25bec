/** Finds the IP packet in a captured frame, and what it carries: as much as it takes to find export datagrams, also in fragments. */
import { ipBehindType } from '../_packets/ethernet.ts'
import { PacketBytes } from '../_packets/packet-bytes.ts'
import type { CapturedPacket } from './captured-packet.ts'

/** Where the EtherType stands by link type: Ethernet, Linux cooked. @source tcpdump.org/linktypes.html */
const TYPED: ReadonlyMap<number, number> = new Map([
  [1, 12],
  [113, 14],
])

/** Bytes before the IP packet where its version says the rest: BSD loopback, raw IP in its several numbers, Linux cooked 2. */
const UNTYPED: ReadonlyMap<number, number> = new Map([
  [0, 4],
  [108, 4],
  [12, 0],
  [101, 0],
  [228, 0],
  [229, 0],
  [276, 20],
])

/** Whether packets of a link type can be read. */
export function isKnownLink(linkType: number): boolean {
  return TYPED.has(linkType) || UNTYPED.has(linkType)
}

/** IPv6 headers that stand before the payload. @source RFC 8200 section 4: hop-by-hop, routing, destination options, fragment */
const EXTENSIONS: ReadonlySet<number> = new Set([0, 43, 60])
const FRAGMENT = 44
const MAX_EXTENSIONS = 8

/** What an IP header says; one object that is filled again and again. */
export class IpPacket {
  protocol = -1
  sourceA = 0
  sourceB = 0
  sourceC = 0
  sourceD = 0
  /** The payload that was captured, without padding. */
  from = 0
  to = 0
  /** Where the header and its addresses start. */
  headerFrom = 0
  addressesFrom = 0
  /** Whether this is a part only; then where it belongs, in bytes, and whether more follow. */
  isFragment = false
  fragmentOffset = 0
  hasMore = false
  identification = 0
  readonly #within = new PacketBytes()

  /** Fills itself from a frame; false when there is no IP packet in it. */
  read(packet: CapturedPacket): boolean {
    const at = ipOffset(packet, this.#within)
    if (at === -1 || at >= packet.to) return false
    const version = packet.view.getUint8(at) >>> 4
    this.headerFrom = at
    if (version === 4) return this.#readIpv4(packet, at)
    return version === 6 && this.#readIpv6(packet, at)
  }

  /** @source RFC 791 section 3.1 */
  #readIpv4({ view, to }: CapturedPacket, at: number): boolean {
    if (at + 20 > to) return false
    const headerBytes = (view.getUint8(at) & 15) * 4
    const total = view.getUint16(at + 2)
    const fragment = view.getUint16(at + 6)
    if (headerBytes < 20) return false
    this.protocol = view.getUint8(at + 9)
    this.addressesFrom = at + 12
    this.sourceA = this.sourceB = 0
    this.sourceC = 0xffff
    this.sourceD = view.getUint32(at + 12)
    this.identification = view.getUint16(at + 4)
    this.fragmentOffset = (fragment & 0x1fff) * 8
    this.hasMore = (fragment & 0x2000) !== 0
    this.isFragment = this.hasMore || this.fragmentOffset > 0
    this.from = at + headerBytes
    // Segmentation offload leaves the length at 0.
    this.to = total === 0 ? to : Math.min(to, at + total)
    return this.from <= this.to
  }

  /** @source RFC 8200 section 3 */
  #readIpv6({ view, to }: CapturedPacket, at: number): boolean {
    if (at + 40 > to) return false
    const length = view.getUint16(at + 4)
    this.addressesFrom = at + 8
    this.sourceA = view.getUint32(at + 8)
    this.sourceB = view.getUint32(at + 12)
    this.sourceC = view.getUint32(at + 16)
    this.sourceD = view.getUint32(at + 20)
    this.isFragment = this.hasMore = false
    this.to = length === 0 ? to : Math.min(to, at + 40 + length)
    this.from = at + 40
    return this.#passExtensions(view, view.getUint8(at + 6))
  }

  #passExtensions(view: DataView, first: number): boolean {
    let next = first
    for (let passed = 0; passed < MAX_EXTENSIONS; passed++) {
      if (next !== FRAGMENT && !EXTENSIONS.has(next)) break
      if (this.from + 8 > this.to) return false
      const header = this.from
      if (next === FRAGMENT) this.#readFragment(view, header)
      this.from += next === FRAGMENT ? 8 : (view.getUint8(header + 1) + 1) * 8
      next = view.getUint8(header)
    }
    this.protocol = next
    return this.from <= this.to
  }

  /** @source RFC 8200 section 4.5 */
  #readFragment(view: DataView, at: number): void {
    const word = view.getUint16(at + 2)
    this.fragmentOffset = word & 0xfff8
    this.hasMore = (word & 1) !== 0
    this.isFragment = this.hasMore || this.fragmentOffset > 0
    this.identification = view.getUint32(at + 4)
  }
}

/** Where the IP packet starts, -1 where there is none. */
function ipOffset({ bytes, linkType, from, to }: CapturedPacket, within: PacketBytes): number {
  const untyped = UNTYPED.get(linkType)
  if (untyped !== undefined) return from + untyped
  const typed = TYPED.get(linkType)
  return typed === undefined ? -1 : ipBehindType(within.set(bytes, from, to), from + typed)
}
