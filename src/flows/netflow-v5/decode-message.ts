/** NetFlow version 5: a header of 24 bytes and up to 30 records of 48. */
import { IPV4_WORD } from '../_row/address-words.ts'
import type { Datagram, ExporterMemory, FlowRow, FlowSink } from '../contract.ts'

const VERSION = 5
const HEADER_BYTES = 24
const RECORD_BYTES = 48
const MAX_RECORDS = 30

/** Version and a count that can be true; where the bytes are whole records, a count that lies is forgiven. */
export function looksLikeHeader({ view, from, to }: Datagram): boolean {
  const bytes = to - from - HEADER_BYTES
  if (bytes < 0 || view.getUint16(from) !== VERSION) return false
  const count = view.getUint16(from + 2)
  return count > 0 && (count <= MAX_RECORDS || (bytes > 0 && bytes % RECORD_BYTES === 0))
}

/**
 * Reads as many records as the header counts and as there are; in a file another message may follow them.
 *
 * @source Cisco, NetFlow Export Datagram Format, table B-3: count at 2, uptime at 4 (ms), seconds and nanoseconds since 1970 at 8
 * and 12, sampling at 22 (mode in the two highest bits, interval in the others)
 */
export function decodeMessage({ view, from, to }: Datagram, _: ExporterMemory, sink: FlowSink): number {
  if (to - from < HEADER_BYTES) {
    sink.count('malformed')
    return to
  }
  const exportMs = view.getUint32(from + 8) * 1000 + Math.floor(view.getUint32(from + 12) / 1_000_000)
  const uptimeMs = view.getUint32(from + 4)
  const samplingRate = Math.max(1, view.getUint16(from + 22) & 0x3fff)
  const end = from + HEADER_BYTES + view.getUint16(from + 2) * RECORD_BYTES
  const { row } = sink
  let at = from + HEADER_BYTES
  for (const last = Math.min(end, to) - RECORD_BYTES; at <= last; at += RECORD_BYTES) {
    row.reset()
    fillRow(row, view, at)
    row.startMs = timeOf(view.getUint32(at + 24), uptimeMs, exportMs)
    row.endMs = timeOf(view.getUint32(at + 28), uptimeMs, exportMs)
    row.samplingRate = samplingRate
    sink.take('record')
  }
  if (end <= to) return end
  sink.count('malformed')
  return to
}

/** @source Cisco, NetFlow Export Datagram Format, table B-4 */
function fillRow(row: FlowRow, view: DataView, at: number): void {
  row.sourceC = IPV4_WORD
  row.sourceD = view.getUint32(at)
  row.destinationC = IPV4_WORD
  row.destinationD = view.getUint32(at + 4)
  row.ingress = view.getUint16(at + 12)
  row.egress = view.getUint16(at + 14)
  row.packets = view.getUint32(at + 16)
  row.bytes = view.getUint32(at + 20)
  row.sourcePort = view.getUint16(at + 32)
  row.destinationPort = view.getUint16(at + 34)
  row.protocol = view.getUint8(at + 38)
}

/** A moment of the exporter's uptime, which starts again after 49.7 days, as epoch milliseconds. */
function timeOf(momentMs: number, uptimeMs: number, exportMs: number): number {
  return Math.max(0, exportMs - ((uptimeMs - momentMs) | 0))
}
