/** The block format pcapng: sections in either byte order, each with interfaces of its own. */
import {
  type CapturedPacket,
  type CaptureHandlers,
  emptyPacket,
  MAX_PACKET_BYTES,
  plausibleMs,
} from './captured-packet.ts'
import { type CaptureInterface, readInterface } from './pcapng-interface.ts'
import type { StreamWindow } from './stream-window.ts'

/** @source draft-ietf-opsawg-pcapng sections 4.1 to 4.4, appendix A (the obsolete packet block) */
const SECTION = 0x0a0d0d0a
const INTERFACE = 1
const OBSOLETE_PACKET = 2
const SIMPLE_PACKET = 3
const ENHANCED_PACKET = 6

/** The byte-order magic of a section. @source draft-ietf-opsawg-pcapng section 4.1 */
const BYTE_ORDER = 0x1a2b3c4d

/** A packet and its options; larger blocks that would have to be read are lies. */
const MAX_BLOCK_BYTES = MAX_PACKET_BYTES + 65_536

/** Interfaces that are remembered of a section. */
const MAX_INTERFACES = 4096

/** Whether a file starts like a capture of this format. */
export function isPcapng(head: Uint8Array): boolean {
  if (head.length < 12) return false
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  return view.getUint32(0) === SECTION && [true, false].some((order) => view.getUint32(8, order) === BYTE_ORDER)
}

/** Where the parts of a packet block stand, from the block's start. */
interface PacketShape {
  readonly captured: number
  readonly header: number
}
const ENHANCED: PacketShape = { captured: 20, header: 28 }

/** Reads block after block. A length that cannot be true ends the reading. */
export class PcapngUnits {
  readonly #handlers: CaptureHandlers
  readonly #packet: CapturedPacket
  #littleEndian = false
  #interfaces: CaptureInterface[] = []

  constructor(window: StreamWindow, handlers: CaptureHandlers) {
    this.#handlers = handlers
    this.#packet = emptyPacket(window)
  }

  next(window: StreamWindow): boolean {
    if (window.length < 12) return false
    const { view, from, offset } = window
    const isSection = view.getUint32(from) === SECTION
    if (isSection && !this.#startSection(view, from)) return this.#end(offset, 'a section in no known byte order')
    const type = view.getUint32(from, this.#littleEndian)
    const size = view.getUint32(from + 4, this.#littleEndian)
    if (size < 12 || size % 4 !== 0) return this.#end(offset, `a block of ${size} bytes cannot be`)
    if (!isSection && !isRead(type)) {
      window.take(size)
      return true
    }
    if (size > MAX_BLOCK_BYTES) return this.#end(offset, `a block of ${size} bytes cannot be`)
    if (window.length < size) return false
    if (view.getUint32(from + size - 4, this.#littleEndian) !== size)
      return this.#end(offset, 'a block whose two lengths differ')
    this.#read(type, window, size)
    window.take(size)
    return true
  }

  #end(offset: number, what: string): false {
    this.#handlers.damaged({ message: `${what}; what follows it was not read`, offset, ends: true })
    return false
  }

  #startSection(view: DataView, from: number): boolean {
    this.#littleEndian = view.getUint32(from + 8, true) === BYTE_ORDER
    this.#interfaces = []
    return view.getUint32(from + 8, this.#littleEndian) === BYTE_ORDER
  }

  #read(type: number, window: StreamWindow, size: number): void {
    const { view, from, offset } = window
    this.#packet.offset = offset
    const end = from + size - 4
    if (type === INTERFACE) this.#interface(view, from, end)
    else if (type === SIMPLE_PACKET) this.#simple(view, from, end)
    else if (type === ENHANCED_PACKET || type === OBSOLETE_PACKET) this.#timed(view, from, { type, end })
  }

  #interface(view: DataView, from: number, end: number): void {
    if (end - from < 16) return this.#damaged('an interface block that is too short')
    if (this.#interfaces.length < MAX_INTERFACES)
      this.#interfaces.push(readInterface(view, { from, end, littleEndian: this.#littleEndian }))
  }

  #timed(view: DataView, from: number, { type, end }: { type: number; end: number }): void {
    if (end - from < ENHANCED.header) return this.#damaged('a packet block that is too short')
    const order = this.#littleEndian
    const index = type === ENHANCED_PACKET ? view.getUint32(from + 8, order) : view.getUint16(from + 8, order)
    const captured = view.getUint32(from + ENHANCED.captured, order)
    const on = this.#interfaces[index]
    if (on === undefined) return this.#damaged('a packet of an interface that was not described')
    if (captured > end - from - ENHANCED.header) return this.#damaged('a packet that is longer than its block')
    const units = view.getUint32(from + 12, order) * 2 ** 32 + view.getUint32(from + 16, order)
    this.#packet.atMs = plausibleMs(units * on.msPerUnit + on.offsetMs)
    this.#packet.from = from + ENHANCED.header
    this.#packet.to = this.#packet.from + captured
    this.#hand(on, view.getUint32(from + 24, order))
  }

  /** Belongs to the first interface and has no time. */
  #simple(view: DataView, from: number, end: number): void {
    const [on] = this.#interfaces
    if (on === undefined || end - from < 12) return this.#damaged('a packet of an interface that was not described')
    const original = view.getUint32(from + 8, this.#littleEndian)
    this.#packet.atMs = 0
    this.#packet.from = from + 12
    this.#packet.to = Math.min(from + 12 + Math.min(original, on.snapLength), end)
    this.#hand(on, original)
  }

  #hand({ linkType }: CaptureInterface, originalLength: number): void {
    const packet = this.#packet
    packet.linkType = linkType
    packet.originalLength = Math.max(originalLength, packet.to - packet.from)
    this.#handlers.packet(packet)
  }

  #damaged(message: string): void {
    this.#handlers.damaged({ message, offset: this.#packet.offset, ends: false })
  }
}

function isRead(type: number): boolean {
  return type === INTERFACE || type === OBSOLETE_PACKET || type === SIMPLE_PACKET || type === ENHANCED_PACKET
}
