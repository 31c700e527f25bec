/** Export datagrams of many exporters in one buffer, as a capture of an hour has them. */
import { ByteWriter } from './byte-writer.ts'
import { type FlowKindName, FORMATS } from './formats.ts'
import { dottedQuad, Traffic } from './traffic.ts'

/** Datagrams of one format; the n-th lies from `ends[n - 1]` to `ends[n]` and is of `exporters[n]`. */
export interface DatagramSet {
  readonly kind: FlowKindName
  readonly bytes: Uint8Array
  readonly view: DataView
  readonly ends: Uint32Array
  readonly exporters: Uint8Array
  /** Address of each exporter. */
  readonly addresses: readonly string[]
  readonly receivedMs: Float64Array
  readonly records: number
}

/** What is written; the same options give the same bytes. */
export interface DatagramOptions {
  readonly kind: FlowKindName
  readonly datagrams: number
  readonly flowsPerKept: number
  readonly seed: number
}

const EXPORTERS = 200
const FIRST_EXPORTER = 0xc0000200
const HOUR_MS = 3_600_000
const BEGIN_MS = Date.UTC(2026, 10, 14, 3)
const MAX_DATAGRAM = 1600

/** Writes all datagrams: exporters in turn, at even distances within one hour. */
export function writeDatagrams({ kind, datagrams, flowsPerKept, seed }: DatagramOptions): DatagramSet {
  const writer = new ByteWriter(datagrams * MAX_DATAGRAM)
  const traffic = new Traffic({ seed, flowsPerKept })
  const ends = new Uint32Array(datagrams)
  const exporters = new Uint8Array(datagrams)
  const receivedMs = new Float64Array(datagrams)
  let records = 0
  for (let n = 0; n < datagrams; n++) {
    const exporter = n % EXPORTERS
    const ordinal = Math.floor(n / EXPORTERS)
    // The last minute is left out, so that no flow ends in another hour.
    const atMs = BEGIN_MS + 62_000 + Math.floor((n * (HOUR_MS - 62_000)) / datagrams)
    records += FORMATS[kind](writer, traffic, { exporter, ordinal, atMs, agent: FIRST_EXPORTER + exporter })
    ends[n] = writer.at
    exporters[n] = exporter
    receivedMs[n] = atMs
  }
  const addresses = Array.from({ length: EXPORTERS }, (_, n) => dottedQuad(FIRST_EXPORTER + n))
  const bytes = writer.bytes.subarray(0, writer.at)
  return { kind, bytes, view: writer.view, ends, exporters, addresses, receivedMs, records }
}
