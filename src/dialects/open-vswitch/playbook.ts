/** Commands that save, check, stop and restore a mirror of Open vSwitch. */
import type { MirrorDestination, MirrorSession, MirrorSource } from '../../facts/mirror-session.ts'
import type { PlaybookCommands, PlaybookRequest } from '../../facts/playbook.ts'
import { parseIntegerRanges } from '../../kit/integer-ranges.ts'
import { quote } from '../../kit/text/shell-words.ts'

/** A flow that is in the datapath already goes on being copied until it is looked at again. */
const PURGE = 'ovs-appctl revalidator/purge'

/**
 * What to type on the host for one mirror. A mirror that its bridge lets go of is deleted by the switch, so it is saved first.
 * Names of the evidence are quoted for the shell.
 */
export function writePlaybook({ address, session, allowed }: PlaybookRequest): PlaybookCommands {
  const { bridge, mirror } = splitId(address.id)
  const back = create(bridge, mirror, session)
  const narrowed = allowed === undefined ? undefined : create(bridge, mirror, allowed)
  const stop = [`ovs-vsctl -- --id=@m get mirror ${mirror} -- remove bridge ${bridge} mirrors @m`]
  return {
    preserve: [
      'ovsdb-client backup > ovs-before.db',
      `ovs-vsctl list mirror ${mirror}`,
      `ovs-vsctl list bridge ${bridge}`,
      'ovs-vsctl show',
      'journalctl _COMM=ovs-vsctl --no-pager',
      'ovsdb-tool -mm show-log /etc/openvswitch/conf.db',
    ],
    scope: [
      'ovs-vsctl list Mirror',
      'ovs-vsctl --columns=name,type,options find Interface options!={}',
      'ovs-vsctl --columns=name,mirrors,netflow,sflow,ipfix list Bridge',
    ],
    contain: [...stop, ...(narrowed === undefined ? [] : [narrowed]), PURGE],
    verify: ['ovs-vsctl list Mirror', ...session.destinations.flatMap(verifyEnd)],
    rollback: session.enabled === true ? [...(narrowed === undefined ? [] : stop), back, PURGE] : [],
  }
}

function splitId(id: string): { readonly bridge: string; readonly mirror: string } {
  const [bridge, mirror] = id.includes('/')
    ? [id.slice(0, id.indexOf('/')), id.slice(id.indexOf('/') + 1)]
    : ['br0', id]
  return { bridge: quote(bridge), mirror: quote(mirror) }
}

/** The one call that makes this mirror and hands it to its bridge. */
function create(bridge: string, mirror: string, session: MirrorSession): string {
  const { sources, destinations, filter, details } = session
  const ports = [...new Set(sources.flatMap(({ interface: port }) => (port === undefined || port === '*' ? [] : port)))]
  const output = destinations.find(({ vlan }) => vlan === undefined)
  const vlan = destinations.find((end) => end.vlan !== undefined)?.vlan
  const named = ports.map((port, index) => `--id=@p${index} get port ${quote(port)}`)
  const columns = [
    `name=${mirror}`,
    ...(sources.some(({ interface: port }) => port === '*') ? ['select_all=true'] : []),
    ...select(
      'select_src_port',
      ports,
      sources.filter(({ direction }) => direction !== 'tx'),
    ),
    ...select(
      'select_dst_port',
      ports,
      sources.filter(({ direction }) => direction !== 'rx'),
    ),
    ...vlansOf(filter),
    ...(output === undefined ? [] : ['output_port=@out']),
    ...(vlan === undefined ? [] : [`output_vlan=${vlan}`]),
    ...(details?.truncateBytes === undefined ? [] : [`snaplen=${details.truncateBytes}`]),
  ]
  const ends = output === undefined ? [] : [`--id=@out get port ${portOf(output)}`]
  const make = `--id=@m create mirror ${columns.join(' ')}`
  return ['ovs-vsctl', ...named, ...ends, make, `add bridge ${bridge} mirrors @m`].join(' -- ')
}

/** A session knows the far end of its tunnel; the switch knows which port that is. */
function portOf({ interface: port, ip }: MirrorDestination): string {
  if (port !== undefined) return quote(port)
  return `"$(ovs-vsctl --bare --columns=name find interface ${quote(`options:remote_ip="${ip ?? ''}"`)})"`
}

function select(column: string, ports: readonly string[], sources: readonly MirrorSource[]): readonly string[] {
  const chosen = ports.flatMap((port, index) =>
    sources.some((source) => source.interface === port) ? [`@p${index}`] : [],
  )
  return chosen.length === 0 ? [] : [`${column}=${chosen.join(',')}`]
}

/** `vlan 10,20-22` → `select_vlan=10,20,21,22` */
function vlansOf(filter: string | undefined): readonly string[] {
  const [, list] = /^vlan ([\d,-]{1,400})(?:;|$)/.exec(filter ?? '') ?? []
  const ranges = list === undefined ? undefined : parseIntegerRanges(list)
  return ranges === undefined || !('values' in ranges) ? [] : [`select_vlan=${ranges.values.join(',')}`]
}

/** The far end is sent nothing any more. */
function verifyEnd({ interface: port, ip }: MirrorSession['destinations'][number]): readonly string[] {
  if (port !== undefined) return [`ovs-vsctl get interface ${quote(port)} statistics`]
  return ip === undefined ? [] : [`tcpdump -c 5 -ni any host ${quote(ip)}`]
}
