/** What an input is, from its first bytes: a capture, bare datagrams, or a file of another flow tool. */
import { isPcap } from '../_captures/pcap.ts'
import { isPcapng } from '../_captures/pcapng.ts'
import type { FlowFormat, FlowKind } from '../contract.ts'
import { datagramFormats } from './datagram-desk.ts'

/** Headers of datagrams have no magic number. */
const DATAGRAM_SCORE = 0.9

/** Starts like JSON: an object or a list of objects. */
const JSON_START = /^\uFEFF?\s*(?:\{\s*["}]|\[\s*[{\]])/

/** The kind of an input by its first 64 KiB; undefined when it holds no flows. Never throws for what decoders throw. */
export function recogniseKind(head: Uint8Array, formats: readonly FlowFormat[]): FlowKind | undefined {
  if (isPcap(head)) return { id: 'pcap', framing: 'bytes', score: 1 }
  if (isPcapng(head)) return { id: 'pcapng', framing: 'bytes', score: 1 }
  if (startsWithDatagram(head, formats)) return { id: 'datagrams', framing: 'bytes', score: DATAGRAM_SCORE }
  return bestFile(Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('utf8'), formats)
}

function startsWithDatagram(head: Uint8Array, formats: readonly FlowFormat[]): boolean {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  const datagram = { bytes: head, view, from: 0, to: head.length, receivedMs: 0 }
  return datagramFormats(formats).some(({ decoder }) => attempt(() => decoder.recognise(datagram), false))
}

function bestFile(sample: string, formats: readonly FlowFormat[]): FlowKind | undefined {
  const isJson = JSON_START.test(sample)
  let best: FlowKind | undefined
  for (const { id, file } of formats) {
    if (file === undefined || file.framing === (isJson ? 'lines' : 'json')) continue
    const score = attempt(() => file.recognise(sample), 0)
    if (score > (best?.score ?? 0)) best = { id, framing: isJson ? 'json' : 'lines', score }
  }
  return best
}

/** A decoder that fails recognises nothing. */
function attempt<T>(act: () => T, otherwise: T): T {
  try {
    return act()
  } catch {
    return otherwise
  }
}
