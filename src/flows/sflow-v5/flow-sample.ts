/** Sampled packets: one row each. */
import type { FlowSink } from '../contract.ts'
import { readSampledHeader, readSampledIpv4, readSampledIpv6 } from './packet-record.ts'
import type { Reading } from './reading.ts'

/** A port's index stands for the agent itself. @source sFlow version 5 section 5, typedef interface */
const INTERNAL = 0x3fffffff

/**
 * Takes one row, also where no record tells more than the ports.
 *
 * @source sFlow version 5 section 5, struct flow_sample: sequence, source, rate, pool, drops, input, output; struct
 * flow_sample_expanded: source, input and output in two words each
 */
export function readFlowSample(reading: Reading, sink: FlowSink, isExpanded: boolean): void {
  const { view, samples } = reading
  const { from, to } = samples
  const recordsAt = from + (isExpanded ? 44 : 32)
  if (recordsAt > to) {
    sink.count('malformed')
    return
  }
  const { row } = sink
  row.reset()
  row.packets = 1
  row.samplingRate = Math.max(1, view.getUint32(isExpanded ? from + 12 : from + 8))
  row.ingress = isExpanded ? expandedIndex(view, from + 24) : compactIndex(view, from + 20)
  row.egress = isExpanded ? expandedIndex(view, from + 32) : compactIndex(view, from + 24)
  row.startMs = row.endMs = reading.atMs
  readRecords(reading, sink, recordsAt)
  sink.take('flow-sample')
}

/** The first two bits are the format: 0 a port, 1 discarded, 2 several ports. @source sFlow version 5 section 5, typedef interface */
function compactIndex(view: DataView, at: number): number {
  const value = view.getUint32(at)
  return value < INTERNAL ? value : 0
}

/** Format and value in a word each. @source sFlow version 5 section 5, struct interface_expanded */
function expandedIndex(view: DataView, at: number): number {
  const value = view.getUint32(at + 4)
  return view.getUint32(at) === 0 && value !== INTERNAL ? value : 0
}

/** Records that do not fit are left out and counted once, together. */
function readRecords(reading: Reading, sink: FlowSink, recordsAt: number): void {
  const { view, records, samples } = reading
  records.begin(view, recordsAt - 4, samples.to)
  while (records.next()) if (!readRecord(reading, sink)) sink.count('malformed')
  if (records.isCut) sink.count('malformed')
}

/**
 * False when it is damaged. Records of other formats and enterprises say nothing that a row holds: they are passed over.
 *
 * @source sFlow version 5 section 5, flow data of enterprise 0: 1 sampled_header, 3 sampled_ipv4, 4 sampled_ipv6
 */
function readRecord(reading: Reading, { row }: FlowSink): boolean {
  switch (reading.records.format) {
    case 1:
      return readSampledHeader(row, reading)
    case 3:
      return readSampledIpv4(row, reading)
    case 4:
      return readSampledIpv6(row, reading)
    default:
      return true
  }
}
