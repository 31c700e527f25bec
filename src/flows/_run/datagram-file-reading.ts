/** One file of bare export datagrams, one behind the other: what replay tools keep, and IPFIX files (RFC 5655). */
import { StreamWindow } from '../_captures/stream-window.ts'
import type { DatagramDesk } from './datagram-desk.ts'
import type { RunSink } from './run-sink.ts'

/** A datagram is no longer than this: with as many bytes at hand it is whole, however the file was cut. @source RFC 768 */
const MAX_DATAGRAM_BYTES = 65_507

/** Less than any header: what is left of a buffer that was written whole. @source RFC 7011 section 3.1, the shortest of all */
const MIN_HEADER_BYTES = 16

/** Reads one file. Nobody says who exported it: templates are shared by the files of a folder. */
export class DatagramFileReading {
  readonly #sink: RunSink
  readonly #desk: DatagramDesk
  readonly #exporter: string
  readonly #window = new StreamWindow()
  #isOver = false

  constructor(path: string, { sink, desk }: { readonly sink: RunSink; readonly desk: DatagramDesk }) {
    this.#sink = sink
    this.#desk = desk
    this.#exporter = `folder ${folderOf(path)}`
  }

  push(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length && !this.#isOver; ) {
      at += this.#window.fill(bytes, at)
      while (!this.#isOver && this.#window.length >= MAX_DATAGRAM_BYTES) this.#decodeOne()
    }
  }

  end(): void {
    while (!this.#isOver && this.#window.length > 0) this.#decodeOne()
  }

  #decodeOne(): void {
    const { bytes, view, from, offset, length } = this.#window
    const to = from + Math.min(length, MAX_DATAGRAM_BYTES)
    const datagram = { bytes, view, from, to, receivedMs: 0 }
    const format = this.#desk.formatOf(datagram)
    if (format === undefined) return this.#stop(offset, length)
    const end = this.#desk.decode(format, datagram, { exporter: this.#exporter, address: '', offset })
    this.#window.take(Math.max(1, end - from))
  }

  #stop(offset: number, length: number): void {
    this.#isOver = true
    this.#sink.begin({ offset, receivedMs: 0, hash: () => '' })
    this.#sink.count('malformed')
    const severity = length < MIN_HEADER_BYTES ? 'warning' : 'error'
    this.#sink.note('flows/no-datagram', 'what follows a datagram is no datagram; it was not read', severity)
  }
}

/** `captures/x.dat` → `captures/`; what an archive holds at its top (`all.zip!x.dat`) is a folder too. */
function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('!')) + 1)
}
