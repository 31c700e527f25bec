/** What exporters and a sensor of the example estate saw on the wire: copies that somebody configured, one that nobody did, and tunnels. */
import { type CapturedFrame, pcapOf } from '../../src/flows/_testing/captures.ts'
import { copiedFrame, erspan2, erspan3, vxlan } from '../../src/flows/_testing/carriers.ts'
import { type ComposedFlow, flowSetsIpfix, flowSetsV9, ipfix, netflowV9 } from '../../src/flows/_testing/datagrams.ts'
import { datagramFrame, type Ends, ethernet, ip } from '../../src/flows/_testing/packets.ts'
import { counterSample, flowSample, sflowDatagram } from '../../src/flows/_testing/sflow.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const COLLECTOR = '192.0.2.50'

/** Files below `flows/`, by name. */
export function flowFiles(): ReadonlyMap<string, Uint8Array | string> {
  return new Map<string, Uint8Array | string>([
    ['edge-rtr-1_netflow-v9.pcap', pcapOf(edgeExports())],
    ['dist-sw-1_sflow.pcap', pcapOf(distributionSamples())],
    ['dc1-spine-1_sflow.pcap', pcapOf(fabricSamples())],
    ['fra-srx-1_ipfix.pcap', pcapOf(frankfurtExports())],
    ['sensor-transit_2026-11-14.pcap', pcapOf(sensorPackets())],
    ['goflow2_par_2026-11.jsonl', parisRecords()],
    ['zeek-ndr_conn.log', collectorConnections()],
  ])
}

const at = (day: number, clock: string): number => Date.parse(`2026-11-${String(day).padStart(2, '0')}T${clock}:00Z`)

function* every(fromMs: number, untilMs: number, stepMs: number): Generator<number> {
  for (let ms = fromMs; ms < untilMs; ms += stepMs) yield ms
}

/** Ordinary traffic, so that copies are few among many. `index` makes each one another. */
function ordinary(index: number, endMs: number): ComposedFlow {
  return {
    source: `192.0.2.${100 + (index % 12)}`,
    destination: `203.0.113.${10 + (index % 60)}`,
    protocol: 6,
    sourcePort: 49152 + (index % 5000),
    destinationPort: 443,
    ingress: 3,
    egress: 1 + (index % 2),
    bytes: 4_000 + 137 * (index % 90),
    packets: 12 + (index % 20),
    startMs: endMs - 40_000,
    endMs,
  }
}

const gre = (ends: Ends, bytes: number, endMs: number): ComposedFlow => ({
  ...ends,
  protocol: 47,
  ingress: 3,
  egress: 2,
  bytes,
  packets: Math.floor(bytes / 900),
  startMs: endMs - 5 * MINUTE_MS,
  endMs,
})

/** edge-rtr-1 tells of its own copy to the unknown address: IP protocol 47, and nothing of what is inside. */
function edgeExports(): readonly CapturedFrame[] {
  const ends = { source: '192.0.2.1', destination: '198.51.100.200' }
  const times = [...every(at(14, '03:25'), at(16, '08:30'), 30 * MINUTE_MS)]
  return times.map((atMs, sequence) => {
    const copy = gre(ends, 61_000_000 + 1_700 * (sequence % 31), atMs - 10_000)
    const flows = [copy, ...[1, 2, 3].map((part) => ordinary(sequence * 3 + part, atMs - 20_000))]
    const [templates, data] = flowSetsV9(flows, atMs)
    const options = { exportedMs: atMs, sequence, count: flows.length + 1 }
    return exported('192.0.2.1', netflowV9(sequence % 12 === 0 ? [templates, data] : [data], options), atMs)
  })
}

function exported(exporter: string, payload: Uint8Array, atMs: number): CapturedFrame {
  return { bytes: datagramFrame(payload, { source: exporter, destination: COLLECTOR, destinationPort: 2055 }), atMs }
}

function sampled(agent: string, samples: readonly Uint8Array[], atMs: number): CapturedFrame {
  const payload = sflowDatagram(samples, { agent, sequence: Math.floor(atMs / MINUTE_MS) % 100_000 })
  return { bytes: datagramFrame(payload, { source: agent, destination: COLLECTOR, destinationPort: 6343 }), atMs }
}

/** dist-sw-1 samples the approved feed of core-rtr-1 on its way, and counts what its mirror ports send. */
function distributionSamples(): readonly CapturedFrame[] {
  const ends = { source: '192.0.2.2', destination: '192.0.2.140', protocol: 47 }
  const start = at(14, '00:07')
  return [...every(start, at(16, '08:50'), HOUR_MS / 2)].map((atMs, index) => {
    const packet = ethernet(ip(erspan2(copiedFrame([30]), { session: 10, vlan: 30, sequence: index }), ends))
    const sent = Math.floor((atMs - start) / 1000) * 41_000
    return sampled(
      '192.0.2.17',
      [
        flowSample(packet, { rate: 512, ingress: 1, egress: 11, originalLength: 1464 }),
        ...[39, 40].map((port) => counterSample({ index: port, outOctets: 9_000_000 + sent, inOctets: 4_000 + index })),
      ],
      atMs,
    )
  })
}

/** The fabric of dc1 speaks VXLAN between its leaves: no copy. */
function fabricSamples(): readonly CapturedFrame[] {
  return [...every(at(14, '00:11'), at(16, '08:50'), 4 * HOUR_MS)].map((atMs, index) => {
    const leaves = [`198.51.100.${61 + (index % 6)}`, `198.51.100.${61 + ((index + 2) % 6)}`] as const
    const ends = { source: leaves[0], destination: leaves[1], protocol: 17 }
    const packet = ethernet(ip(vxlan(copiedFrame([20]), 10_020), ends))
    return sampled('198.51.100.67', [flowSample(packet, { rate: 1024, ingress: 1, egress: 2 })], atMs)
  })
}

/** fra-srx-1 sees fra-mx-2 send GRE to an address that no configuration of fra-mx-2 names. */
function frankfurtExports(): readonly CapturedFrame[] {
  const ends = { source: '198.51.100.102', destination: '203.0.113.90' }
  return [...every(at(13, '22:15'), at(16, '08:30'), HOUR_MS)].map((atMs, sequence) => {
    const flows = [gre(ends, 18_300_000 + 900 * (sequence % 17), atMs - 8_000), ordinary(sequence, atMs - 9_000)]
    const [templates, data] = flowSetsIpfix(flows)
    const payload = ipfix([templates, data], { exportedMs: atMs, sequence: sequence * 2, domain: 1 })
    return exported('198.51.100.109', payload, atMs)
  })
}

/** A sensor at the transit captured a few minutes: ERSPAN tells its session, origin and VLAN by itself. */
function sensorPackets(): readonly CapturedFrame[] {
  const seen = [...every(at(14, '12:00'), at(14, '12:04'), 15_000)]
  return seen.flatMap((atMs, index) => {
    const copy = erspan2(copiedFrame([110]), { session: 66, vlan: 110, sequence: index })
    const ghost = erspan3(copiedFrame([210]), { session: 77, vlan: 210, sequence: index })
    return [
      { bytes: ethernet(ip(copy, { source: '192.0.2.1', destination: '198.51.100.200', protocol: 47 })), atMs },
      {
        bytes: ethernet(ip(ghost, { source: '198.51.100.102', destination: '203.0.113.90', protocol: 47 })),
        atMs: atMs + 500,
      },
    ]
  })
}

interface ParisFlow {
  readonly sampler: string
  readonly from: string
  readonly to: string
  readonly bytes: number
}

/** par-rtr-1 and par-rtr-2 speak with each other and the hub by multipoint GRE; the silent session of par-rtr-1 sends as well. */
function parisRecords(): string {
  const [first, second, hub] = ['198.51.100.121', '198.51.100.122', '203.0.113.20']
  const tunnels: readonly ParisFlow[] = [
    { sampler: first, from: first, to: hub, bytes: 2_400_000 },
    { sampler: first, from: hub, to: first, bytes: 3_100_000 },
    { sampler: second, from: second, to: hub, bytes: 1_900_000 },
    { sampler: second, from: second, to: first, bytes: 700_000 },
  ]
  const copy: ParisFlow = { sampler: first, from: first, to: '203.0.113.81', bytes: 22_500_000 }
  return [...every(at(11, '06:00'), at(16, '08:00'), 6 * HOUR_MS)]
    .flatMap((atMs, index) => [...tunnels, copy].map((flow) => parisRecord(flow, atMs, index)))
    .join('')
}

/** @source goflow2 v2: JSON of pb.FlowMessage */
function parisRecord({ sampler, from, to, bytes }: ParisFlow, atMs: number, index: number): string {
  const record = {
    type: 'NETFLOW_V9',
    time_received_ns: (atMs + 1_000) * 1e6,
    sequence_num: index,
    sampling_rate: 1,
    sampler_address: sampler,
    time_flow_start_ns: (atMs - 5 * MINUTE_MS) * 1e6,
    time_flow_end_ns: atMs * 1e6,
    bytes: bytes + 1_000 * index,
    packets: Math.floor(bytes / 800),
    src_addr: from,
    dst_addr: to,
    etype: 'IPv4',
    proto: 'GRE',
    src_port: 0,
    dst_port: 0,
    in_if: 5,
    out_if: 1,
  }
  return `${JSON.stringify(record)}\n`
}

interface Connection {
  readonly atMs: number
  readonly to: string
  readonly port: number
  readonly sent: number
  readonly received: number
}

/** Zeek beside the collector ndr-1: it logs to the log server, as it should, and uploads to an address outside, as it should not. */
function collectorConnections(): string {
  const logs = [...every(at(14, '01:00'), at(16, '08:00'), 3 * HOUR_MS)].map((atMs): Connection => {
    return { atMs, to: COLLECTOR, port: 6514, sent: 181_000, received: 9_200 }
  })
  const uploads = ['23:05', '23:21', '23:44'].map((clock): Connection => {
    return { atMs: at(15, clock), to: '203.0.113.150', port: 443, sent: 48_200_000, received: 310_000 }
  })
  const rows = [...logs, ...uploads].sort((a, b) => a.atMs - b.atMs).map(connectionRow)
  const names = 'ts uid id.orig_h id.orig_p id.resp_h id.resp_p proto service duration orig_bytes resp_bytes conn_state'
  const types = 'time string addr port addr port enum string interval count count string'
  const head = [
    '#separator \\x09',
    '#set_separator\t,',
    '#empty_field\t(empty)',
    '#unset_field\t-',
    '#path\tconn',
    `#fields\t${names.replaceAll(' ', '\t')}\torig_pkts\torig_ip_bytes\tresp_pkts\tresp_ip_bytes`,
    `#types\t${types.replaceAll(' ', '\t')}\tcount\tcount\tcount\tcount`,
  ]
  return [...head, ...rows, ''].join('\n')
}

function connectionRow({ atMs, to, port, sent, received }: Connection, index: number): string {
  const [out, back] = [sent, received].map((bytes) => Math.ceil(bytes / 1400))
  return [
    (atMs / 1000).toFixed(6),
    `C${String(index + 1).padStart(17, '0')}`,
    '192.0.2.140',
    50_000 + index,
    to,
    port,
    'tcp',
    'ssl',
    '42.000000',
    sent,
    received,
    'SF',
    out,
    sent + 40 * (out ?? 0),
    back,
    received + 40 * (back ?? 0),
  ].join('\t')
}
