/** Events of EVE: what flows sent, and the outer packet of what travelled in a tunnel. */
import { canonicalAddress } from '../../kit/ip-network.ts'
import { fillInner, fillRow, type RecordValues } from '../_records/fill-row.ts'
import { asObject, isObject, type JsonObject, textOf } from '../_records/members.ts'
import { momentOf, SECONDS } from '../_records/moments.ts'
import { countOf } from '../_records/numbers.ts'
import { takeBothWays } from '../_records/take-both-ways.ts'
import type { FlowFileSession, FlowRow, FlowSink, RecordEnding } from '../contract.ts'
import { outerCarrier } from './outer-carrier.ts'

/** The event itself; AWS Network Firewall wraps it in `event`. */
export function eventOf(record: JsonObject): JsonObject {
  return record['event_type'] === undefined ? asObject(record['event']) : record
}

/** Reads the events of one file. */
export class EveReader implements FlowFileSession {
  /** `flow` and `netflow` tell the same packets twice: the kind that comes first in a file is taken. */
  #flows: string | undefined

  read(record: string | JsonObject, sink: FlowSink): RecordEnding {
    const event = isObject(record) ? eventOf(record) : {}
    const type = textOf(event['event_type'])
    if (type === '') return 'unrecognised'
    nameSensor(event, sink)
    if (isObject(event['tunnel'])) return readTunnel(event, event['tunnel'], sink)
    if (type !== 'flow' && type !== 'netflow') return 'irrelevant'
    this.#flows ??= type
    return type === this.#flows ? readFlow(event, sink) : 'irrelevant'
  }
}

/**
 * A flow has both directions, a `netflow` record one.
 *
 * @source Suricata user guide, "Eve JSON Format": event types flow (`bytes_toserver`, `bytes_toclient`) and netflow (`bytes`)
 */
function readFlow(event: JsonObject, sink: FlowSink): RecordEnding {
  const { row } = sink
  const isOneWay = event['event_type'] === 'netflow'
  const flow = asObject(event[isOneWay ? 'netflow' : 'flow'])
  if (!fillRow(row, endsOf(event))) return 'unrecognised'
  setTimes(row, event, flow)
  const answered = isOneWay
    ? undefined
    : { bytes: countOf(flow['bytes_toclient']), packets: countOf(flow['pkts_toclient']) }
  takeBothWays(
    sink,
    {
      bytes: countOf(flow[isOneWay ? 'bytes' : 'bytes_toserver']),
      packets: countOf(flow[isOneWay ? 'pkts' : 'pkts_toserver']),
    },
    answered ?? { bytes: 0, packets: 0 },
  )
  return 'rows'
}

/**
 * What travelled in a tunnel: the outer packet is the row, the event's own addresses stay out. It says that a copy was seen, not
 * how much: one packet may raise several events.
 *
 * @source Suricata `src/output-json-alert.c` (AlertJsonTunnel): `src_ip`, `dest_ip`, `proto` of the outermost packet
 */
function readTunnel(event: JsonObject, tunnel: JsonObject, sink: FlowSink): RecordEnding {
  const { row } = sink
  if (!fillRow(row, endsOf(tunnel))) return 'unrecognised'
  row.carrier = outerCarrier(row.protocol, row.destinationPort)
  fillInner(row, endsOf(event))
  row.startMs = row.endMs = momentOf(event['timestamp'], SECONDS)
  sink.take('record')
  return 'rows'
}

/** Events and the tunnels in them name ends alike. */
function endsOf(object: JsonObject): RecordValues {
  return {
    source: object['src_ip'],
    destination: object['dest_ip'],
    protocol: object['proto'],
    sourcePort: object['src_port'],
    destinationPort: object['dest_port'],
  }
}

function setTimes(row: FlowRow, event: JsonObject, flow: JsonObject): void {
  const logged = momentOf(event['timestamp'], SECONDS)
  row.startMs = momentOf(flow['start'], SECONDS) || logged
  row.endMs = momentOf(flow['end'], SECONDS) || row.startMs
}

/** `host` is the sensor's configured name; shippers make it an object. An interface (`in_iface`) names nobody. */
function nameSensor(event: JsonObject, sink: FlowSink): void {
  const host = event['host']
  const name = textOf(isObject(host) ? host['name'] : host)
  const address = canonicalAddress(name)
  sink.observer(address === undefined ? 'hostname' : 'address', address ?? name)
}
