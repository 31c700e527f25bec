/** One message of goflow2: one flow record, or one sampled packet. */

import { canonicalAddress } from '../../kit/ip-network.ts'
import { setAddresses } from '../_records/addresses.ts'
import { isObject, type JsonObject, textOf } from '../_records/members.ts'
import { MILLISECONDS, momentOf, NANOSECONDS, SECONDS } from '../_records/moments.ts'
import { countOf, interfaceOf, portOf, protocolOf } from '../_records/numbers.ts'
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
  row.reset()
  if (!setAddresses(row, record['src_addr'], record['dst_addr'])) return notIp(record)
  row.protocol = protocolOf(record['proto'])
  row.sourcePort = portOf(record['src_port'])
  row.destinationPort = portOf(record['dst_port'])
  row.ingress = interfaceOf(record['in_if'])
  row.egress = interfaceOf(record['out_if'])
  row.bytes = countOf(record['bytes'])
  row.packets = countOf(record['packets'])
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
