/** Decodes bytes as the run does. */
import type { Datagram, ExporterMemory } from '../../contract.ts'
import { flowFormat } from '../index.ts'
import { RecordingSink } from './recording-sink.ts'

/** When datagrams of tests were captured: 2026-11-14T03:00:00Z. */
export const RECEIVED_MS = 1_794_625_200_000

/** One datagram within some bytes. */
export function datagramOf(bytes: Uint8Array, [from, to] = [0, bytes.length]): Datagram {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { bytes, view, from, to, receivedMs: RECEIVED_MS }
}

/** Memory of one exporter. */
export function memory(): ExporterMemory {
  const kept = new Map<string, object>()
  return {
    of: <T extends object>(name: string, make: () => T): T => {
      const value = (kept.get(name) as T | undefined) ?? make()
      kept.set(name, value)
      return value
    },
  }
}

/** What one datagram came to, and where it ended. */
export function decode(datagram: Datagram): { readonly sink: RecordingSink; readonly end: number } {
  const sink = new RecordingSink()
  const end = flowFormat.datagrams?.decode(datagram, memory(), sink) ?? -1
  return { sink, end }
}
