/** One object of `nfdump -o json`. */
import { canonicalAddress } from '../../kit/ip-network.ts'
import { fillRow } from '../_records/fill-row.ts'
import { type JsonObject, textOf } from '../_records/members.ts'
import { MILLISECONDS, momentOf } from '../_records/moments.ts'
import type { FlowSink, RecordEnding } from '../contract.ts'

const TYPES: ReadonlySet<string> = new Set(['FLOW', 'EVENT'])

/** Whether an object is a record of nfdump. */
export function isFlow({ type, export_sysid, first, label }: JsonObject): boolean {
  return TYPES.has(textOf(type)) && (export_sysid !== undefined || (first !== undefined && label !== undefined))
}

/**
 * Takes the row of a record. What stands as `out_packets` and `out_bytes` is left aside: after aggregation to two directions it
 * is what came back, otherwise the same packets counted a second time.
 *
 * @source nfdump `src/output/output_json.c`, releases 1.6.23, 1.7.1 and 1.7.8: `ip4_router` (the exporter), `t_first` and
 * `t_last` (1.6)
 */
export function readObject(record: JsonObject, sink: FlowSink): RecordEnding {
  if (!TYPES.has(textOf(record['type']))) return 'unrecognised'
  const { row } = sink
  const hasEnds = fillRow(row, {
    source: record['src4_addr'] ?? record['src6_addr'],
    destination: record['dst4_addr'] ?? record['dst6_addr'],
    protocol: record['proto'],
    sourcePort: record['src_port'],
    destinationPort: record['dst_port'],
    ingress: record['input_snmp'],
    egress: record['output_snmp'],
    bytes: record['in_bytes'],
    packets: record['in_packets'],
  })
  if (!hasEnds) return 'irrelevant'
  const received = momentOf(record['received'] ?? record['t_received'], MILLISECONDS)
  row.startMs = momentOf(record['first'] ?? record['t_first'], MILLISECONDS) || received
  row.endMs = momentOf(record['last'] ?? record['t_last'], MILLISECONDS) || row.startMs
  sink.observer('address', exporterOf(record['ip4_router'] ?? record['ip6_router']))
  sink.take('record')
  return 'rows'
}

/** The exporter's address; nfdump prints `0.0.0.0` or `::` where it does not know. */
export function exporterOf(router: unknown): string {
  const address = canonicalAddress(textOf(router)) ?? ''
  return address === '0.0.0.0' || address === '::' ? '' : address
}
