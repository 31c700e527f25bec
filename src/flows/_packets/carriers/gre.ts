/** GRE by the type in its header: the carriers of copies, and tunnels that carry none. */
import { carrierCode } from '../../../facts/carriers.data.ts'
import type { FlowRow } from '../../_row/flow-row.ts'
import { isCredibleFrame } from '../credible-frame.ts'
import { readInnerEthernet, readInnerIp } from '../inner.ts'
import { type PacketBytes, u16, u32 } from '../packet-bytes.ts'
import { readErspanHeader } from './erspan.ts'

/** @source RFC 2784 section 2, RFC 2890 section 2: checksum, key, sequence; RFC 1701: routing */
const CHECKSUM = 0x8000
const ROUTING = 0x4000
const KEY = 0x2000
const SEQUENCE = 0x1000
const VERSION = 0x0007

const ERSPAN_1 = carrierCode('erspan-1')
const ERSPAN_2 = carrierCode('erspan-2')
const ERSPAN_3 = carrierCode('erspan-3')
const MIRROR = carrierCode('gre-mirror')
const ETHERNET = carrierCode('gre-ethernet')
const IP = carrierCode('gre-ip')
const EOIP = carrierCode('gre-eoip')
const OTHER = carrierCode('gre')

/**
 * Reads a GRE header and what it carries. A header that is cut before its type leaves the row as it is: the protocol is all
 * that is certain.
 */
export function readGre(row: FlowRow, packet: PacketBytes, at: number): void {
  if (at + 4 > packet.to) return
  const flags = u16(packet.bytes, at)
  const version = flags & VERSION
  if (version === 0) readPlainGre(row, packet, at)
  else if (version === 1 && u16(packet.bytes, at + 2) === 0x6400 && (flags & KEY) !== 0) readEoip(row, packet, at)
  else row.carrier = OTHER
}

/**
 * @source draft-foschiano-erspan-03: 0x88be, with a sequence number type II, without type I; 0x22eb type III
 * @source RFC 2784: 0x0800; RFC 7637: 0x6558; sonic-utilities mirror_session: 0x8949
 */
function readPlainGre(row: FlowRow, packet: PacketBytes, at: number): void {
  const payload = payloadOf(packet, at)
  switch (u16(packet.bytes, at + 2)) {
    case 0x88be:
      readErspan(row, packet, at)
      return
    case 0x22eb:
      row.carrier = ERSPAN_3
      readErspanHeader(row, packet, payload)
      return
    case 0x8949:
      row.carrier = MIRROR
      readSonicMirror(row, packet, payload)
      return
    case 0x6558:
      readFrame(row, packet, at)
      return
    case 0x0800:
    case 0x86dd:
      row.carrier = IP
      row.sessionId = keyOf(packet, at)
      readInnerIp(row, packet, payload)
      return
    default:
      readOther(row, packet, at)
  }
}

/** Type I has no header of its own, and no sequence number before it. */
function readErspan(row: FlowRow, packet: PacketBytes, at: number): void {
  const payload = payloadOf(packet, at)
  if ((u16(packet.bytes, at) & SEQUENCE) === 0) {
    row.carrier = ERSPAN_1
    readInnerEthernet(row, packet, payload)
    return
  }
  row.carrier = ERSPAN_2
  readErspanHeader(row, packet, payload)
}

/** Mellanox switches put 22 bytes of their own before the frame. @source sonic-mgmt everflow tests */
function readSonicMirror(row: FlowRow, packet: PacketBytes, payload: number): void {
  const hasShim = isCredibleFrame(packet, payload + 22, packet.to)
  readInnerEthernet(row, packet, hasShim ? payload + 22 : payload)
}

function readFrame(row: FlowRow, packet: PacketBytes, at: number): void {
  row.carrier = ETHERNET
  row.sessionId = keyOf(packet, at)
  readInnerEthernet(row, packet, payloadOf(packet, at))
}

/** Types can be chosen freely on some switches (SONiC `gre_type`): one that holds a frame is a carrier of frames. */
function readOther(row: FlowRow, packet: PacketBytes, at: number): void {
  if (isCredibleFrame(packet, payloadOf(packet, at), packet.to)) {
    readFrame(row, packet, at)
    return
  }
  row.carrier = OTHER
  row.sessionId = keyOf(packet, at)
}

/** @source MikroTik EoIP: version 1 with key, in whose place stand the frame's length and the tunnel's number, little endian */
function readEoip(row: FlowRow, packet: PacketBytes, at: number): void {
  const { bytes, to } = packet
  row.carrier = EOIP
  if (at + 8 > to) return
  row.sessionId = bytes[at + 6]! | (bytes[at + 7]! << 8)
  readInnerEthernet(row, packet, at + 8)
}

/** -1 where there is none, or it is cut. */
function keyOf({ bytes, to }: PacketBytes, at: number): number {
  const flags = u16(bytes, at)
  const keyAt = at + 4 + checksumLength(flags)
  return (flags & KEY) !== 0 && keyAt + 4 <= to ? u32(bytes, keyAt) : -1
}

/** Where the payload of a version 0 header starts. */
function payloadOf(packet: PacketBytes, at: number): number {
  const flags = u16(packet.bytes, at)
  const words = ((flags & KEY) === 0 ? 0 : 4) + ((flags & SEQUENCE) === 0 ? 0 : 4)
  const end = at + 4 + checksumLength(flags) + words
  return (flags & ROUTING) === 0 ? end : behindRouting(packet, end)
}

/** Checksum and offset stand together when either is there. */
function checksumLength(flags: number): number {
  return (flags & (CHECKSUM | ROUTING)) === 0 ? 0 : 4
}

/** @source RFC 1701: entries of family (2), offset (1), length (1) and that many bytes; one without family and length ends them */
function behindRouting({ bytes, to }: PacketBytes, from: number): number {
  let at = from
  while (at + 4 <= to) {
    const length = bytes[at + 3]!
    if (u16(bytes, at) === 0 && length === 0) return at + 4
    at += 4 + length
  }
  return to
}
