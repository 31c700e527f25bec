/** Events of EVE: what flows sent, and the outer packet of what travelled in a tunnel. */
import { canonicalAddress } from '../../kit/ip-network.ts'
import { setAddresses } from '../_records/addresses.ts'
import { asObject, isObject, type JsonObject, textOf } from '../_records/members.ts'
import { momentOf, SECONDS } from '../_records/moments.ts'
import { countOf, portOf, protocolOf } from '../_records/numbers.ts'
import { takeBothWays } from '../_records/take-both-ways.ts'
import type { FlowFileSession, FlowRow, FlowSink, RecordEnding } from '../contract.ts'
import { outerCarrier } from './outer-carrier.ts'

const ICMP: ReadonlySet<number> = new Set([1, 58])

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
    sink.row.reset()
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
  if (!setAddresses(row, event['src_ip'], event['dest_ip'])) return 'unrecognised'
  row.protocol = protocolOf(event['proto'])
  setPorts(row, event)
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
  if (!setAddresses(row, tunnel['src_ip'], tunnel['dest_ip'])) return 'unrecognised'
  row.protocol = protocolOf(tunnel['proto'])
  row.sourcePort = portOf(tunnel['src_port'])
  row.destinationPort = portOf(tunnel['dest_port'])
  row.carrier = outerCarrier(row.protocol, row.destinationPort)
  row.innerProtocol = protocolOf(event['proto'])
  row.innerSourcePort = portOf(event['src_port'])
  row.innerDestinationPort = portOf(event['dest_port'])
  row.startMs = row.endMs = momentOf(event['timestamp'], SECONDS)
  sink.take('record')
  return 'rows'
}

/** Of ICMP, ports are type and code under other names; a port here would be one of nothing. */
function setPorts(row: FlowRow, event: JsonObject): void {
  if (ICMP.has(row.protocol)) return
  row.sourcePort = portOf(event['src_port'])
  row.destinationPort = portOf(event['dest_port'])
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
