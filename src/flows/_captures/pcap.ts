/** The classic capture format of libpcap, in both byte orders. */
import {
  type CapturedPacket,
  type CaptureHandlers,
  emptyPacket,
  MAX_PACKET_BYTES,
  plausibleMs,
} from './captured-packet.ts'
import type { StreamWindow } from './stream-window.ts'

const FILE_HEADER_BYTES = 24

/**
 * Magic numbers as read in the file's own byte order.
 *
 * @source draft-ietf-opsawg-pcap section 4; libpcap sf-pcap.c: KUZNETZOV_TCPDUMP_MAGIC has 8 more bytes in each packet's header
 */
const MICROSECONDS = 0xa1b2c3d4
const NANOSECONDS = 0xa1b23c4d
const MODIFIED = 0xa1b2cd34

/** Whether a file starts like a capture of this format. */
export function isPcap(head: Uint8Array): boolean {
  if (head.length < FILE_HEADER_BYTES) return false
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  return [true, false].some((littleEndian) => isMagic(view.getUint32(0, littleEndian)))
}

function isMagic(word: number): boolean {
  return word === MICROSECONDS || word === NANOSECONDS || word === MODIFIED
}

/** Reads the file header, then packet after packet. A length that cannot be true ends the reading: nothing tells where the next packet starts. */
export class PcapUnits {
  readonly #handlers: CaptureHandlers
  readonly #packet: CapturedPacket
  #headerBytes = 0
  #littleEndian = false
  #msPerFraction = 0.001

  constructor(window: StreamWindow, handlers: CaptureHandlers) {
    this.#handlers = handlers
    this.#packet = emptyPacket(window)
  }

  next(window: StreamWindow): boolean {
    return this.#headerBytes === 0 ? this.#fileHeader(window) : this.#nextPacket(window)
  }

  #fileHeader(window: StreamWindow): boolean {
    const { view, from } = window
    if (window.length < FILE_HEADER_BYTES) return false
    this.#littleEndian = isMagic(view.getUint32(from, true))
    const magic = view.getUint32(from, this.#littleEndian)
    this.#headerBytes = magic === MODIFIED ? 24 : 16
    this.#msPerFraction = magic === NANOSECONDS ? 1e-6 : 1e-3
    // The upper bits tell of frame check sequences.
    this.#packet.linkType = view.getUint32(from + 20, this.#littleEndian) & 0xffff
    window.take(FILE_HEADER_BYTES)
    return true
  }

  #nextPacket(window: StreamWindow): boolean {
    if (window.length < this.#headerBytes) return false
    const { view, from, offset } = window
    const captured = view.getUint32(from + 8, this.#littleEndian)
    if (captured > MAX_PACKET_BYTES) {
      const message = `a packet of ${captured} bytes cannot be; what follows it was not read`
      this.#handlers.damaged({ message, offset, ends: true })
      return false
    }
    const size = this.#headerBytes + captured
    if (window.length < size) return false
    const packet = this.#packet
    packet.from = from + this.#headerBytes
    packet.to = from + size
    packet.originalLength = Math.max(captured, view.getUint32(from + 12, this.#littleEndian))
    packet.offset = offset
    packet.atMs = this.#timeAt(view, from)
    this.#handlers.packet(packet)
    window.take(size)
    return true
  }

  #timeAt(view: DataView, from: number): number {
    const seconds = view.getUint32(from, this.#littleEndian)
    return plausibleMs(seconds * 1000 + view.getUint32(from + 4, this.#littleEndian) * this.#msPerFraction)
  }
}
