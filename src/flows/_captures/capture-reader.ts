/** Reads capture files from bytes that come in any segmentation. */
import type { CaptureHandlers } from './captured-packet.ts'
import { PcapUnits } from './pcap.ts'
import { PcapngUnits } from './pcapng.ts'
import { StreamWindow } from './stream-window.ts'

/** Cuts a window into the units of one kind of file. */
export interface CaptureUnits {
  /** Reads the unit at the window's start and takes it. False when it is not yet whole, or nothing more can be read. */
  next(window: StreamWindow): boolean
}

const UNITS = {
  pcap: (window: StreamWindow, handlers: CaptureHandlers) => new PcapUnits(window, handlers),
  pcapng: (window: StreamWindow, handlers: CaptureHandlers) => new PcapngUnits(window, handlers),
} as const

/** A kind of capture file. */
export type CaptureKind = keyof typeof UNITS

/** One capture file. Memory is bounded by one window of 1 MiB; never throws. */
export class CaptureReader {
  readonly #window = new StreamWindow()
  readonly #units: CaptureUnits
  readonly #handlers: CaptureHandlers
  #isOver = false

  constructor(kind: CaptureKind, handlers: CaptureHandlers) {
    this.#handlers = {
      packet: (packet) => handlers.packet(packet),
      damaged: (what) => {
        this.#isOver ||= what.ends
        handlers.damaged(what)
      },
    }
    this.#units = UNITS[kind](this.#window, this.#handlers)
  }

  /** The next bytes; they may be reused after the call. */
  push(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length && !this.#isOver; ) {
      at += this.#window.fill(bytes, at)
      while (!this.#isOver && this.#units.next(this.#window));
    }
  }

  /** To be called behind the last byte. */
  end(): void {
    const { length, isOwed, offset } = this.#window
    if (this.#isOver || (length === 0 && !isOwed)) return
    const message = 'the capture ends inside a packet or block'
    this.#handlers.damaged({ message, offset, ends: true, isCutOff: true })
  }
}
