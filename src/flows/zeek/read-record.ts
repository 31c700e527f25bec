/** One record of `conn.log` or `tunnel.log`, with its members as Zeek's JSON names them. */
import { canonicalAddress } from '../../kit/ip-network.ts'
import { fillRow } from '../_records/fill-row.ts'
import { asObject, isObject, type JsonObject, textOf } from '../_records/members.ts'
import { afterSeconds, momentOf, SECONDS } from '../_records/moments.ts'
import { countOf } from '../_records/numbers.ts'
import { takeBothWays } from '../_records/take-both-ways.ts'
import type { FlowSink, RecordEnding } from '../contract.ts'
import { setTunnel } from './tunnel-types.ts'

/** Members of which every `conn.log` has one beside its addresses. */
const CONNECTION_MEMBERS = ['conn_state', 'history', 'orig_pkts', 'missed_bytes']

/** Whether an object is a record of any Zeek log: a time, and the name of the log or of a connection. */
export function isZeekRecord(object: JsonObject): boolean {
  return object['ts'] !== undefined && (typeof object['_path'] === 'string' || pathOf(object) !== undefined)
}

/** Which log a record is of: its `_path`, or else the members that only this log has; undefined for all other logs. */
export function pathOf(record: JsonObject): 'conn' | 'tunnel' | undefined {
  const path = record['_path']
  if (typeof path === 'string' && path !== '') return path === 'conn' || path === 'tunnel' ? path : undefined
  if (typeof record['uid'] !== 'string' || endOf(record, 'orig_h') === undefined) return undefined
  if (typeof record['tunnel_type'] === 'string' && record['action'] !== undefined) return 'tunnel'
  const isConnection = record['proto'] !== undefined && CONNECTION_MEMBERS.some((name) => record[name] !== undefined)
  return isConnection ? 'conn' : undefined
}

/** Takes the rows of a record; records of other logs are irrelevant. */
export function readRecord(record: JsonObject, sink: FlowSink): RecordEnding {
  const path = pathOf(record)
  if (path === undefined) return isZeekRecord(record) ? 'irrelevant' : 'unrecognised'
  const { row } = sink
  const hasEnds = fillRow(row, {
    source: endOf(record, 'orig_h'),
    destination: endOf(record, 'resp_h'),
    protocol: protocolIn(record),
    sourcePort: endOf(record, 'orig_p'),
    destinationPort: endOf(record, 'resp_p'),
  })
  if (!hasEnds) return 'unrecognised'
  row.startMs = momentOf(record['ts'], SECONDS)
  nameSensor(record, sink)
  return path === 'conn' ? readConnection(record, sink) : readTunnel(record, sink)
}

/**
 * A connection: a row for what each end sent, with the bytes of IP packets where the log has them.
 *
 * @source Zeek `base/protocols/conn/main.zeek`: `orig_ip_bytes`, `resp_ip_bytes`, `service`; `ip_proto` since Zeek 7.1
 */
function readConnection(record: JsonObject, sink: FlowSink): RecordEnding {
  const { row } = sink
  row.endMs = afterSeconds(row.startMs, record['duration'])
  setTunnel(row, tunnelService(record))
  takeBothWays(
    sink,
    { bytes: countOf(record['orig_ip_bytes'] ?? record['orig_bytes']), packets: countOf(record['orig_pkts']) },
    { bytes: countOf(record['resp_ip_bytes'] ?? record['resp_bytes']), packets: countOf(record['resp_pkts']) },
  )
  return 'rows'
}

/**
 * A tunnel: that its header was seen, and when. `EXPIRE` tells only that nothing began in it for an hour, which is no time at
 * which it was seen.
 *
 * @source Zeek `base/frameworks/tunnels/main.zeek` (Action, `expiration_interval`)
 */
function readTunnel(record: JsonObject, sink: FlowSink): RecordEnding {
  if (record['action'] === 'Tunnel::EXPIRE') return 'irrelevant'
  sink.row.endMs = sink.row.startMs
  setTunnel(sink.row, textOf(record['tunnel_type']))
  sink.take('record')
  return 'rows'
}

/** The number where the log has it: `proto` is `unknown_transport` for most protocols, and `icmp` for both versions of IP. */
function protocolIn(record: JsonObject): unknown {
  if (record['ip_proto'] !== undefined) return record['ip_proto']
  const isIpv6 = textOf(endOf(record, 'orig_h')).includes(':')
  return record['proto'] === 'icmp' && isIpv6 ? 'icmpv6' : record['proto']
}

/** `id.orig_h`, or `orig_h` in `id` where a shipper took names with points apart. */
function endOf(record: JsonObject, name: string): unknown {
  return record[`id.${name}`] ?? asObject(record['id'])[name]
}

/** A service that an analyzer confirmed: `vxlan`, or several (`geneve,vxlan`). */
function tunnelService(record: JsonObject): string {
  const service = textOf(record['service']).toLowerCase().split(',')
  const found = service.find((name) => name === 'vxlan' || name === 'geneve')
  return found === undefined ? '' : `Tunnel::${found.toUpperCase()}`
}

/** Which sensor wrote the record, where it says so: an own member, or that of a shipper. */
function nameSensor(record: JsonObject, sink: FlowSink): void {
  const host = record['host']
  const name = textOf(record['_system_name'] ?? record['peer'] ?? (isObject(host) ? host['name'] : host))
  const address = canonicalAddress(name)
  sink.observer(address === undefined ? 'hostname' : 'address', address ?? name)
}
