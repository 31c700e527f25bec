/** One message of goflow2: one flow record, or one sampled packet. */

import { canonicalAddress } from '../../kit/ip-network.ts'
import { fillRow } from '../_records/fill-row.ts'
import { isObject, type JsonObject, textOf } from '../_records/members.ts'
import { MILLISECONDS, momentOf, NANOSECONDS, SECONDS } from '../_records/moments.ts'
import { countOf } from '../_records/numbers.ts'
import type { FlowRow, FlowSink, RecordEnding } from '../contract.ts'
import { readLayers } from './read-layers.ts'

/**
 * Takes the row of a message. Its addresses, protocol and ports are those of the outermost packet.
 *
 * @source goflow2 `docs/protocols.md` (fields), `pb/flow.proto`; release 1 wrote times in seconds and milliseconds
 * (`time_flow_start`, `time_flow_start_ms`) and numbers of protocols
 */
export function readMessage(record: string | JsonObject, sink: FlowSink): RecordEnding {
  if (!isObject(record) || typeof record['type'] !== 'string') return 'unrecognised'
  const { row } = sink
  const isIp = fillRow(row, {
    source: record['src_addr'],
    destination: record['dst_addr'],
    protocol: record['proto'],
    sourcePort: record['src_port'],
    destinationPort: record['dst_port'],
    ingress: record['in_if'],
    egress: record['out_if'],
    bytes: record['bytes'],
    packets: record['packets'],
  })
  if (!isIp) return notIp(record)
  row.samplingRate = Math.max(1, countOf(record['sampling_rate']))
  setTimes(row, record)
  readLayers(row, record['layer_stack'])
  sink.observer('address', canonicalAddress(textOf(record['sampler_address'])) ?? '')
  sink.take(record['type'] === 'SFLOW_5' ? 'flow-sample' : 'record')
  return 'rows'
}

/** Frames without IP have empty addresses: ARP, LLDP. */
function notIp(record: JsonObject): 'irrelevant' | 'unrecognised' {
  return record['sampler_address'] === undefined ? 'unrecognised' : 'irrelevant'
}

function setTimes(row: FlowRow, record: JsonObject): void {
  const received = momentIn(record, 'time_received')
  row.startMs = momentIn(record, 'time_flow_start') || received
  row.endMs = momentIn(record, 'time_flow_end') || row.startMs
}

function momentIn(record: JsonObject, name: string): number {
  return (
    momentOf(record[`${name}_ns`], NANOSECONDS) ||
    momentOf(record[`${name}_ms`], MILLISECONDS) ||
    momentOf(record[name], SECONDS)
  )
}
