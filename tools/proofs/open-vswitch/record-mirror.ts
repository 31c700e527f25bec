/** Makes one mirror on the lab's switch, lets the hosts talk, and keeps what an operator would have of it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { COLLECTOR_ADDRESS, countPackets, EXPORT_PORTS, endCapture, type Lab, SWITCH_ADDRESS } from './lab.ts'

/** A way for a copy to travel, and how tapwarden says so. */
export interface Carrier {
  readonly name: string
  readonly title: string
  /** Columns of the tunnel's interface. */
  readonly columns: readonly string[]
  /** What the configuration's session says. */
  readonly encapsulation: string
  /** ERSPAN session, or network of VXLAN: in every packet. */
  readonly sessionId: number
  /** Whether nothing but copies travels in it, so that it betrays itself where no configuration is known. */
  readonly copiesOnly: boolean
}

export const CARRIERS: readonly Carrier[] = [
  {
    name: 'erspan-v1',
    title: 'ERSPAN type II',
    columns: ['type=erspan', 'options:key=7', 'options:erspan_ver=1', 'options:erspan_idx=5'],
    encapsulation: 'erspan',
    sessionId: 7,
    copiesOnly: true,
  },
  {
    name: 'erspan-v2',
    title: 'ERSPAN type III',
    columns: ['type=erspan', 'options:key=9', 'options:erspan_ver=2', 'options:erspan_dir=1', 'options:erspan_hwid=4'],
    encapsulation: 'erspan3',
    sessionId: 9,
    copiesOnly: true,
  },
  {
    name: 'vxlan',
    title: 'VXLAN',
    columns: ['type=vxlan', 'options:key=4242'],
    encapsulation: 'vxlan',
    sessionId: 4242,
    copiesOnly: false,
  },
]

/** What one mirror left behind. */
export interface Recorded {
  /** Holds `wire.pcap` and `exports.pcap`, packets at the collector and flow records. */
  readonly traffic: string
  /** Holds `sw-1.db`. */
  readonly configuration: string
  /** Holds `devices.yaml`. */
  readonly inventory: string
  /** Packets between the hosts, each of which is to be copied. */
  readonly packetsSent: number
  readonly copiesCaptured: number
  readonly datagrams: Readonly<Record<keyof typeof EXPORT_PORTS, number>>
}

const PINGS = 10
/** Exporters tell of a flow after a second at most. */
const EXPORT_MS = 2_000
const INVENTORY = `devices:
  - { name: sw-1, platform: open-vswitch, addresses: [${SWITCH_ADDRESS}, 127.0.0.1] }
`

/** One mirror from its making to its end, recorded into folders below `into`. The switch is as before afterwards. */
export async function recordMirror(lab: Lab, carrier: Carrier, into: string): Promise<Recorded> {
  const folders = {
    traffic: join(into, 'traffic'),
    configuration: join(into, 'configuration'),
    inventory: join(into, 'inventory'),
  }
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true })
  writeFileSync(join(folders.inventory, 'devices.yaml'), INVENTORY)
  const [wireFile, exportFile] = [join(folders.traffic, 'wire.pcap'), join(folders.traffic, 'exports.pcap')]
  // Templates are sent once, at the start.
  const exports = await lab.capture('switch', exportFile, 'udp')
  startExport(lab)
  mirror(lab, carrier)
  const wire = await lab.capture('collector', wireFile, 'ip proto 47 or udp port 4789')
  await lab.talk(PINGS)
  lab.purge()
  await endCapture(wire)
  await pause(EXPORT_MS)
  await endCapture(exports)
  writeFileSync(join(folders.configuration, 'sw-1.db'), lab.backup())
  undo(lab)
  return {
    ...folders,
    packetsSent: 2 * PINGS,
    copiesCaptured: countPackets(wireFile),
    datagrams: {
      'netflow-v5': countPackets(exportFile, `udp dst port ${EXPORT_PORTS['netflow-v5']}`),
      'sflow-v5': countPackets(exportFile, `udp dst port ${EXPORT_PORTS['sflow-v5']}`),
      ipfix: countPackets(exportFile, `udp dst port ${EXPORT_PORTS.ipfix}`),
    },
  }
}

/** Of the bridge towards the collector, so that what leaves the switch is exported, copies included. */
function startExport(lab: Lab): void {
  const target = (port: number, column = 'targets') => `${column}="127.0.0.1:${port}"`
  lab.vsctl(
    ...['--', 'set', 'bridge', 'br-out', 'netflow=@n', 'sflow=@s', 'ipfix=@i'],
    ...['--', '--id=@n', 'create', 'netflow', target(EXPORT_PORTS['netflow-v5']), 'active_timeout=1'],
    ...['--', '--id=@s', 'create', 'sflow', 'agent=br-out', target(EXPORT_PORTS['sflow-v5'])],
    ...['header=128', 'sampling=1', 'polling=1'],
    ...['--', '--id=@i', 'create', 'ipfix', target(EXPORT_PORTS.ipfix), 'sampling=1', 'cache_active_timeout=1'],
  )
}

function mirror(lab: Lab, { columns }: Carrier): void {
  lab.vsctl(
    'add-port',
    'br0',
    'tun0',
    '--',
    'set',
    'interface',
    'tun0',
    `options:remote_ip=${COLLECTOR_ADDRESS}`,
    ...columns,
  )
  lab.vsctl(
    ...['--', '--id=@a', 'get', 'port', 'tap-a', '--', '--id=@t', 'get', 'port', 'tun0'],
    ...['--', '--id=@m', 'create', 'mirror', 'name=tap', 'select_src_port=@a', 'select_dst_port=@a', 'output_port=@t'],
    ...['--', 'add', 'bridge', 'br0', 'mirrors', '@m'],
  )
  lab.purge()
}

function undo(lab: Lab): void {
  lab.vsctl('clear', 'bridge', 'br0', 'mirrors')
  for (const column of ['netflow', 'sflow', 'ipfix']) lab.vsctl('clear', 'bridge', 'br-out', column)
  lab.vsctl('del-port', 'br0', 'tun0')
  lab.purge()
}
