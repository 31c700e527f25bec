/** Finds the decoder of a datagram and lets it read; a decoder that fails costs this datagram only. */
import type { FlowObserver } from '../_roll-up/origin.ts'
import type { Datagram, DatagramDecoder, FlowFormat } from '../contract.ts'
import type { ExporterMemories } from './exporter-memories.ts'
import type { Observers } from './observers.ts'
import { hashOfRow, hashOfSample } from './record-hash.ts'
import type { RunSink } from './run-sink.ts'

/** A format that reads datagrams. */
export interface DatagramFormat {
  readonly format: FlowFormat
  readonly decoder: DatagramDecoder
}

/** Those of some formats that read datagrams. */
export function datagramFormats(formats: readonly FlowFormat[]): readonly DatagramFormat[] {
  return formats.flatMap((format) => (format.datagrams === undefined ? [] : [{ format, decoder: format.datagrams }]))
}

/** Who sent a datagram. */
export interface DatagramOrigin {
  /** Key of the memory of its templates. */
  readonly exporter: string
  /** Its sender's canonical address; empty where nobody knows. */
  readonly address: string
  readonly offset: number
}

/** What a desk works with. */
export interface DatagramDeskParts {
  readonly formats: readonly DatagramFormat[]
  readonly memories: ExporterMemories
  readonly observers: Observers
  readonly sink: RunSink
}

/** The datagrams of one input. */
export class DatagramDesk {
  readonly #parts: DatagramDeskParts

  constructor(parts: DatagramDeskParts) {
    this.#parts = parts
  }

  /** Whose protocol this is. */
  formatOf(datagram: Datagram): DatagramFormat | undefined {
    for (const candidate of this.#parts.formats) if (candidate.decoder.recognise(datagram)) return candidate
    return undefined
  }

  /** Decodes; returns the offset behind what was read, or `to` when the decoder failed. */
  decode({ format, decoder }: DatagramFormat, datagram: Datagram, from: DatagramOrigin): number {
    const { sink, memories } = this.#parts
    const { bytes, receivedMs } = datagram
    sink.begin({
      observer: this.#observer(format, from.address),
      offset: from.offset,
      receivedMs,
      hash: ({ row, ordinal, as }) =>
        as === 'record' ? hashOfRow(row) : hashOfSample(row, ordinal, bytes.subarray(datagram.from, datagram.to)),
    })
    try {
      return decoder.decode(datagram, memories.of(from.exporter, sink), sink)
    } catch (cause) {
      const what = cause instanceof Error ? cause.name : typeof cause
      sink.count('malformed')
      sink.note(
        'flows/decoder-failed',
        `${format.id} failed (${what}); a datagram was not read, please report it`,
        'error',
      )
      return datagram.to
    }
  }

  #observer({ id, version, title, observer }: FlowFormat, address: string): FlowObserver {
    const by = address === '' ? '' : 'address'
    return this.#parts.observers.of({
      by,
      value: address,
      kind: observer,
      channel: id,
      channelVersion: version,
      title,
    })
  }
}
