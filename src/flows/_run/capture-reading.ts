/** One capture file: export datagrams to their decoders, every other packet to a row of its own. */

import { type CaptureKind, CaptureReader } from '../_captures/capture-reader.ts'
import type { CapturedPacket, Damage } from '../_captures/captured-packet.ts'
import { isKnownLink } from '../_captures/ip-packet.ts'
import { UdpDatagrams, type UdpPayload } from '../_captures/udp-datagrams.ts'
import { PacketBytes } from '../_packets/packet-bytes.ts'
import { readLink } from '../_packets/read-packet.ts'
import { addressText } from '../_row/address-words.ts'
import { capturedPackets } from './captured-packets.ts'
import type { DatagramDesk } from './datagram-desk.ts'
import { hashOfPacket } from './record-hash.ts'
import type { CurrentRecord, RunSink } from './run-sink.ts'

const SENSOR = {
  by: '',
  value: '',
  kind: capturedPackets.observer,
  channel: capturedPackets.id,
  channelVersion: capturedPackets.version,
  title: capturedPackets.title,
} as const

/** Reads one capture. */
export class CaptureReading {
  readonly #sink: RunSink
  readonly #desk: DatagramDesk
  readonly #reader: CaptureReader
  readonly #udp: UdpDatagrams
  readonly #bytes = new PacketBytes()
  /** The one packet that is read; the sink is handed this very object for each. */
  readonly #current: { offset: number; receivedMs: number } & CurrentRecord

  constructor(kind: CaptureKind, { sink, desk }: { readonly sink: RunSink; readonly desk: DatagramDesk }) {
    this.#sink = sink
    this.#desk = desk
    this.#udp = new UdpDatagrams({
      payload: (payload) => this.#payload(payload),
      packet: (packet) => this.#packet(packet),
    })
    this.#reader = new CaptureReader(kind, {
      packet: (packet) => this.#udp.take(packet),
      damaged: (damage) => this.#damaged(damage),
    })
    this.#current = {
      observer: SENSOR,
      offset: 0,
      receivedMs: 0,
      hash: () => hashOfPacket(this.#bytes.bytes.subarray(this.#bytes.from, this.#bytes.to), this.#current.receivedMs),
    }
  }

  push(bytes: Uint8Array): void {
    this.#reader.push(bytes)
  }

  end(): void {
    this.#udp.end()
    this.#reader.end()
  }

  #payload({ bytes, view, from, to, atMs, offset, ip }: UdpPayload): boolean {
    const datagram = { bytes, view, from, to, receivedMs: atMs }
    const format = this.#desk.formatOf(datagram)
    if (format === undefined) return false
    const address = addressText([ip.sourceA, ip.sourceB, ip.sourceC, ip.sourceD])
    this.#desk.decode(format, datagram, { exporter: address, address, offset })
    return true
  }

  #packet(packet: CapturedPacket): void {
    const { row } = this.#sink
    const { bytes, from, to, linkType } = packet
    this.#current.offset = packet.offset
    this.#current.receivedMs = packet.atMs
    this.#sink.begin(this.#current)
    if (!isKnownLink(linkType)) return this.#unknownLink(linkType)
    row.reset()
    readLink(row, this.#bytes.set(bytes, from, to), linkType)
    row.bytes = packet.originalLength
    row.packets = 1
    row.endMs = packet.atMs
    this.#sink.take('packet')
  }

  #unknownLink(linkType: number): void {
    this.#sink.count('unsupported')
    this.#sink.note('flows/link-type', `packets of link type ${linkType} are not read`)
  }

  /** What a capture's writer was stopped in is no damage; a length that cannot be hides all behind it. */
  #damaged({ message, offset, ends, isCutOff }: Damage): void {
    const severity = ends && !isCutOff ? 'error' : 'warning'
    this.#current.offset = offset
    this.#sink.begin(this.#current)
    this.#sink.count('malformed')
    this.#sink.note(isCutOff ? 'flows/capture-cut-off' : 'flows/capture-damaged', message, severity)
  }
}
