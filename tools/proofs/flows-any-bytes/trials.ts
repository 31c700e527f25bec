/** Single trials: damaged bytes through a decoder, the packet reader, or a whole run. Each says what was wrong, or nothing. */
import { PacketBytes } from '../../../src/flows/_packets/packet-bytes.ts'
import { readLink } from '../../../src/flows/_packets/read-packet.ts'
import { createFlowRun } from '../../../src/flows/_run/flow-run.ts'
import type { Datagram, DatagramDecoder, ExporterMemory, FlowOutcome } from '../../../src/flows/contract.ts'
import { flowFormats } from '../../../src/flows/registry.generated.ts'
import { below, type Random } from '../_shared/random.ts'
import { CheckingSink } from './checking-sink.ts'
import { PlainExporter } from './plain-counts.ts'

const DECODERS: readonly DatagramDecoder[] = flowFormats.flatMap(({ datagrams }) => datagrams ?? [])
const LINK_TYPES = [0, 1, 12, 101, 108, 113, 228, 229, 276, 105]
const REFERENCE = '2026-11-14T03:12:00.000Z'

/** One exporter being read by the decoders and, where wanted, by the plain reader beside them, which knows no bounds. */
export class TriedExporter {
  readonly sink = new CheckingSink()
  /** The longest that one datagram took. */
  slowestMs = 0
  problem: string | undefined
  readonly #plain: PlainExporter | undefined
  readonly #memory = newMemory()
  #bytes = 0

  constructor({ isJudged = true } = {}) {
    this.#plain = isJudged ? new PlainExporter() : undefined
  }

  send(bytes: Uint8Array): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#bytes += bytes.length
    const started = performance.now()
    for (let from = 0; from < bytes.length; ) {
      const datagram = { bytes, view, from, to: bytes.length, receivedMs: Date.parse(REFERENCE) }
      const end = this.#decode(datagram)
      if (end === undefined) break
      from = end
    }
    this.slowestMs = Math.max(this.slowestMs, performance.now() - started)
  }

  /** What was wrong, with the counts of both readers. */
  finish(): string | undefined {
    for (const decoder of DECODERS) decoder.finish?.(this.#memory, this.sink)
    const { sink } = this
    if (sink.total > this.#bytes) this.problem ??= `${sink.total} counted in ${this.#bytes} bytes`
    for (const [what, times] of Object.entries(this.#plain?.finish() ?? {})) {
      const counted = [...sink.counts].find(([name]) => name === what)?.[1] ?? 0
      if (counted !== times) this.problem ??= `${what}: ${counted}, the plain reader has ${times}`
    }
    return this.problem ?? sink.problem
  }

  #decode(datagram: Datagram): number | undefined {
    const { bytes, from, to } = datagram
    const decoder = DECODERS.find((one) => one.recognise(datagram))
    if (decoder === undefined) return undefined
    this.#plain?.read(Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from))
    const end = decoder.decode(datagram, this.#memory, this.sink)
    if (end > from && end <= to) return end
    this.problem ??= `a message from ${from} ends at ${end} of ${to}`
    return undefined
  }
}

function newMemory(): ExporterMemory {
  const parts = new Map<string, object>()
  return {
    of<T extends object>(name: string, make: () => T): T {
      const part = make()
      const known = parts.get(name)
      if (isLike(known, part)) return known
      parts.set(name, part)
      return part
    },
  }
}

function isLike<T extends object>(known: object | undefined, part: T): known is T {
  return known !== undefined && Object.getPrototypeOf(known) === Object.getPrototypeOf(part)
}

const packet = new PacketBytes()
const packetSink = new CheckingSink()

/** One packet as every link type has it. */
export function readAsPacket(bytes: Uint8Array): string | undefined {
  for (const linkType of LINK_TYPES) {
    packetSink.row.reset()
    readLink(packetSink.row, packet.set(bytes, 0, bytes.length), linkType)
    packetSink.checkRow()
  }
  return packetSink.problem
}

/** A capture, or whatever it now is, through a run, in pieces of any length. Rows are those that were kept or dropped. */
export function readAsCapture(bytes: Uint8Array, random: Random): string | undefined {
  const { outcome } = runOver(bytes, () => 1 + below(random, 4096))
  if (outcome === undefined) return undefined
  const { decoded, kept, dropped } = outcome
  const rows = decoded.record + decoded['flow-sample'] + decoded.packet
  return rows === kept + dropped ? undefined : `${rows} rows, ${kept} kept and ${dropped} dropped`
}

/** What a run makes of one input, and of what waited to its end; nothing where no reader wants it. */
export function runOver(
  bytes: Uint8Array,
  pieceBytes: () => number,
): { readonly outcome?: FlowOutcome; readonly last: FlowOutcome } {
  const run = createFlowRun({
    formats: flowFormats,
    realm: 'default',
    trust: 'spoofable',
    reference: REFERENCE,
    watch: { version: 1, senders: ['192.0.2.0/24'] },
  })
  const kind = run.recognise(bytes.subarray(0, 65_536))
  if (kind === undefined || kind.framing !== 'bytes') return { last: run.finish() }
  const reading = run.open(kind, 'fuzz')
  for (let at = 0; at < bytes.length; ) {
    const size = pieceBytes()
    reading.push(bytes.subarray(at, at + size))
    reading.takeFacts()
    at += size
  }
  return { outcome: reading.end(), last: run.finish() }
}
