/** Capture files of both kinds, in both byte orders, with all that may go wrong in them. */
import { concat, padded } from './bytes.ts'

/** Link types of captures. @source tcpdump.org/linktypes.html */
export const LINK = { null: 0, ethernet: 1, raw: 101, loop: 108, sll: 113, ipv4: 228, ipv6: 229, sll2: 276 } as const

/** One packet and when it was seen; `originalLength` where only a part was kept. */
export interface CapturedFrame {
  readonly bytes: Uint8Array
  readonly atMs: number
  readonly originalLength?: number
}

export interface PcapOptions {
  readonly littleEndian?: boolean
  /** `modified` is the 0xa1b2cd34 of old Linux distributions, with 8 more bytes in each packet's header. */
  readonly magic?: 'microseconds' | 'nanoseconds' | 'modified'
  readonly linkType?: number
  readonly snapLength?: number
}

const MAGIC = { microseconds: 0xa1b2c3d4, nanoseconds: 0xa1b23c4d, modified: 0xa1b2cd34 } as const

/** @source draft-ietf-opsawg-pcap sections 4 and 5; libpcap sf-pcap.c for the modified form */
export function pcapOf(frames: readonly CapturedFrame[], options: PcapOptions = {}): Uint8Array {
  const { littleEndian = true, magic = 'microseconds', linkType = LINK.ethernet, snapLength = 262144 } = options
  const write = new Writer(littleEndian)
  const head = [write.u32(MAGIC[magic]), write.u16(2, 4), write.u32(0, 0, snapLength, linkType)]
  const perSecond = magic === 'nanoseconds' ? 1e9 : 1e6
  const packets = frames.flatMap(({ bytes, atMs, originalLength = bytes.length }) => {
    const fraction = Math.round(((atMs % 1000) * perSecond) / 1000)
    const header = write.u32(Math.floor(atMs / 1000), fraction, bytes.length, originalLength)
    return [header, ...(magic === 'modified' ? [write.u32(1), write.u16(0, 0)] : []), bytes]
  })
  return concat(...head, ...packets)
}

/** What blocks of pcapng are made with. */
export interface BlockOptions {
  readonly littleEndian?: boolean
}

/** A block of any type. @source draft-ietf-opsawg-pcapng section 3.1 */
export function block(type: number, body: Uint8Array, { littleEndian = true }: BlockOptions = {}): Uint8Array {
  const write = new Writer(littleEndian)
  const content = padded(body)
  const length = write.u32(content.length + 12)
  return concat(write.u32(type), length, content, length)
}

/** @source draft-ietf-opsawg-pcapng section 4.1 */
export function sectionBlock(options: BlockOptions = {}): Uint8Array {
  const write = new Writer(options.littleEndian ?? true)
  return block(0x0a0d0d0a, concat(write.u32(0x1a2b3c4d), write.u16(1, 0), write.u32(0xffffffff, 0xffffffff)), options)
}

export interface InterfaceOptions extends BlockOptions {
  readonly linkType?: number
  readonly snapLength?: number
  /** `if_tsresol` as written: 6 microseconds, 9 nanoseconds, 0x80 + n for 2^-n seconds. */
  readonly resolution?: number
  /** `if_tsoffset` in seconds. */
  readonly offsetSeconds?: number
}

/** @source draft-ietf-opsawg-pcapng section 4.2: options 9 if_tsresol, 14 if_tsoffset */
export function interfaceBlock(options: InterfaceOptions = {}): Uint8Array {
  const { littleEndian = true, linkType = LINK.ethernet, snapLength = 0, resolution, offsetSeconds } = options
  const write = new Writer(littleEndian)
  const told = [
    ...(resolution === undefined ? [] : [write.u16(9, 1), Uint8Array.of(resolution, 0, 0, 0)]),
    ...(offsetSeconds === undefined ? [] : [write.u16(14, 8), write.u64(offsetSeconds)]),
  ]
  const end = told.length === 0 ? [] : [write.u16(0, 0)]
  return block(1, concat(write.u16(linkType, 0), write.u32(snapLength), ...told, ...end), options)
}

export interface PacketOptions extends BlockOptions {
  readonly interfaceId?: number
  /** Units of the interface in a second. */
  readonly unitsPerSecond?: number
}

/** @source draft-ietf-opsawg-pcapng section 4.3 */
export function enhancedPacketBlock(frame: CapturedFrame, options: PacketOptions = {}): Uint8Array {
  const { littleEndian = true, interfaceId = 0 } = options
  const write = new Writer(littleEndian)
  const { bytes, originalLength = bytes.length } = frame
  const head = concat(write.u32(interfaceId, ...timeWords(frame, options), bytes.length, originalLength))
  return block(6, concat(head, bytes), options)
}

/** The obsolete Packet Block. @source draft-ietf-opsawg-pcapng appendix A */
export function packetBlock(frame: CapturedFrame, options: PacketOptions = {}): Uint8Array {
  const { littleEndian = true, interfaceId = 0 } = options
  const write = new Writer(littleEndian)
  const { bytes, originalLength = bytes.length } = frame
  const head = concat(write.u16(interfaceId, 0), write.u32(...timeWords(frame, options), bytes.length, originalLength))
  return block(2, concat(head, bytes), options)
}

/** No time; the captured length is the original one, cut at the interface's snap length. @source draft-ietf-opsawg-pcapng section 4.4 */
export function simplePacketBlock(
  bytes: Uint8Array,
  options: BlockOptions & { originalLength?: number } = {},
): Uint8Array {
  const write = new Writer(options.littleEndian ?? true)
  return block(3, concat(write.u32(options.originalLength ?? bytes.length), bytes), options)
}

/** A section with one Ethernet interface and its packets. */
export function pcapngOf(frames: readonly CapturedFrame[], options: InterfaceOptions = {}): Uint8Array {
  const packets = frames.map((frame) => enhancedPacketBlock(frame, options))
  return concat(sectionBlock(options), interfaceBlock(options), ...packets)
}

function timeWords({ atMs }: CapturedFrame, { unitsPerSecond = 1e6 }: PacketOptions): readonly [number, number] {
  const units = (BigInt(atMs) * BigInt(unitsPerSecond)) / 1000n
  return [Number(units >> 32n), Number(units & 0xffffffffn)]
}

/** Numbers in one byte order. */
class Writer {
  readonly #littleEndian: boolean

  constructor(littleEndian: boolean) {
    this.#littleEndian = littleEndian
  }

  u16(...values: readonly number[]): Uint8Array {
    const view = new DataView(new ArrayBuffer(values.length * 2))
    for (const [at, value] of values.entries()) view.setUint16(at * 2, value, this.#littleEndian)
    return new Uint8Array(view.buffer)
  }

  u32(...values: readonly number[]): Uint8Array {
    const view = new DataView(new ArrayBuffer(values.length * 4))
    for (const [at, value] of values.entries()) view.setUint32(at * 4, value, this.#littleEndian)
    return new Uint8Array(view.buffer)
  }

  u64(value: number): Uint8Array {
    const view = new DataView(new ArrayBuffer(8))
    view.setBigInt64(0, BigInt(value), this.#littleEndian)
    return new Uint8Array(view.buffer)
  }
}
