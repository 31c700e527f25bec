/** Counters that a switch sends of each port, and the port's name. */
import { Buffer } from 'node:buffer'
import type { FlowSink } from '../contract.ts'
import type { Reading } from './reading.ts'

/** The kind of source that is a port. @source sFlow version 5 section 5, sflow_data_source: 0 ifIndex */
const IF_INDEX = 0
/** Most characters of a name. @source sFlow port name structure: string name<255> */
const MAX_NAME_LENGTH = 255
/** First half of a counter that is not kept. @source sFlow version 5 section 5, counters: the largest value is unknown */
const UNKNOWN_WORD = 0xffffffff

/**
 * Counts the sample and hands out what it says of a port's octets and name. Other counters are passed over.
 *
 * @source sFlow version 5 section 5, struct counters_sample: sequence, source (kind in 8 bits, index in 24); struct
 * counters_sample_expanded: kind and index in a word each; counter data of enterprise 0: 1 if_counters; sFlow port name: 1005
 */
export function readCounterSample(reading: Reading, sink: FlowSink, isExpanded: boolean): void {
  const { view, samples, records } = reading
  const { from, to } = samples
  const recordsAt = from + (isExpanded ? 16 : 12)
  if (recordsAt > to) {
    sink.count('malformed')
    return
  }
  sink.count('counter-sample')
  const kind = isExpanded ? view.getUint32(from + 4) : view.getUint8(from + 4)
  const index = isExpanded ? view.getUint32(from + 8) : view.getUint32(from + 4) & 0xffffff
  records.begin(view, recordsAt - 4, to)
  while (records.next()) {
    if (records.format === 1) readPort(reading, sink)
    else if (records.format === 1005 && kind === IF_INDEX) readName(reading, sink, index)
  }
  if (records.isCut) sink.count('malformed')
}

/** @source sFlow version 5 section 5, struct if_counters: index, type, speed (8), direction, status, octets in (8) … octets out (8) at 56 */
function readPort({ view, records, atMs }: Reading, sink: FlowSink): void {
  const { from, to } = records
  if (to - from < 88) {
    sink.count('malformed')
    return
  }
  if (view.getUint32(from + 24) === UNKNOWN_WORD || view.getUint32(from + 56) === UNKNOWN_WORD) return
  sink.portCounters({
    index: view.getUint32(from),
    inOctets: octetsAt(view, from + 24),
    outOctets: octetsAt(view, from + 56),
    atMs,
  })
}

/** Exact up to 2^53, which is eight petabytes. */
function octetsAt(view: DataView, at: number): number {
  return view.getUint32(at) * 2 ** 32 + view.getUint32(at + 4)
}

function readName({ bytes, view, records }: Reading, sink: FlowSink, index: number): void {
  const { from, to } = records
  const length = to - from < 4 ? -1 : view.getUint32(from)
  if (length < 0 || length > MAX_NAME_LENGTH || from + 4 + length > to) {
    sink.count('malformed')
    return
  }
  if (length === 0) return
  sink.interfaceName(index, Buffer.from(bytes.buffer, bytes.byteOffset + from + 4, length).toString('utf8'))
}
