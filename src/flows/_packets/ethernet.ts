/** From an EtherType to the IP packet behind tags, labels and sessions, and which VLAN a frame is in. */
import { isCredibleIp } from './credible-ip.ts'
import { type PacketBytes, u16 } from './packet-bytes.ts'

const IPV4 = 0x0800
const IPV6 = 0x86dd

/** More tags than this in a row are noise. */
const MAX_TAGS = 6
const MAX_LABELS = 16

/** IPv4 or IPv6. @source IEEE 802 numbers (IANA): 0x0800, 0x86dd */
export function isIpType(type: number): boolean {
  return type === IPV4 || type === IPV6
}

/** Where the IP packet behind an EtherType field (or 802.3 length) starts; -1 when something else follows, or it is cut. */
export function ipBehindType(packet: PacketBytes, typeAt: number): number {
  const { bytes, to } = packet
  let at = typeAt
  for (let tags = 0; tags <= MAX_TAGS && at + 2 <= to; tags++) {
    const type = u16(bytes, at)
    if (isIpType(type)) return at + 2
    const length = tagLength(type)
    if (length > 0) at += length
    else if (type <= 1500 && isSnap(packet, at + 2)) at += 8
    else return ipBehindShim(packet, at)
  }
  return -1
}

/** The outermost VLAN of a frame, by the EtherType field behind its addresses; -1 for none. Priority tags (VLAN 0) are none. */
export function outermostVlan({ bytes, to }: PacketBytes, typeAt: number): number {
  let at = typeAt
  for (let tags = 0; tags <= MAX_TAGS && at + 4 <= to; tags++) {
    const type = u16(bytes, at)
    const length = tagLength(type)
    if (length === 0) return -1
    const vlan = type === TIME_TAG ? 0 : u16(bytes, at + 2) & 0xfff
    if (vlan !== 0) return vlan
    at += length
  }
  return -1
}

/** @source Wireshark packet-cisco-ttag.c: 6 bytes of time, then the next EtherType; zeek issue 1928: in ERSPAN from ACI */
const TIME_TAG = 0x8988

/** From one EtherType to the next, where it is a tag's; else 0. @source IEEE 802.1Q (0x8100), 802.1ad (0x88a8); 0x9100 of older QinQ */
function tagLength(type: number): number {
  if (type === 0x8100 || type === 0x88a8 || type === 0x9100) return 4
  return type === TIME_TAG ? 8 : 0
}

/** @source RFC 1042: LLC aa aa 03, OUI 0, then an EtherType */
function isSnap({ bytes, to }: PacketBytes, at: number): boolean {
  return at + 8 <= to && u16(bytes, at) === 0xaaaa && u16(bytes, at + 2) === 0x0300 && u16(bytes, at + 4) === 0
}

/** Behind MPLS labels or in a PPPoE session. */
function ipBehindShim(packet: PacketBytes, typeAt: number): number {
  switch (u16(packet.bytes, typeAt)) {
    case 0x8847:
    case 0x8848:
      return ipBehindLabels(packet, typeAt + 2)
    case 0x8864:
      return ipInSession(packet, typeAt + 2)
    default:
      return -1
  }
}

/**
 * Labels do not say what is behind them. An Ethernet pseudowire whose frame goes to 45:… looks like IPv4 by its first byte,
 * so the whole header has to be credible.
 *
 * @source RFC 3032 section 2.1: 4 bytes each, bottom of stack in bit 8; RFC 4928: the first nibble
 */
function ipBehindLabels(packet: PacketBytes, from: number): number {
  const { bytes, to } = packet
  for (let at = from; at + 4 <= to && at < from + 4 * MAX_LABELS; at += 4) {
    if ((bytes[at + 2]! & 1) === 1) return isCredibleIp(packet, at + 4, to) ? at + 4 : -1
  }
  return -1
}

/** @source RFC 2516 section 4: version and type 0x11, code 0; RFC 1332, RFC 5072: PPP protocols 0x0021, 0x0057 */
function ipInSession({ bytes, to }: PacketBytes, at: number): number {
  if (at + 8 > to || u16(bytes, at) !== 0x1100) return -1
  const protocol = u16(bytes, at + 6)
  return protocol === 0x0021 || protocol === 0x0057 ? at + 8 : -1
}
