/** The mirrors of a switch: rows of `Mirror`, with the bridge that holds them and the ports that they name. */
import {
  decideMirrorKind,
  type MirrorDestination,
  type MirrorSession,
  type MirrorSource,
  type SessionAddress,
} from '../../../facts/mirror-session.ts'
import { formatIntegerRanges } from '../../../kit/integer-ranges.ts'
import { numberOf, rowsOf, wordOf, wordsOf } from '../database/cells.ts'
import type { Database, Row, SaidLine } from '../database/tables.ts'
import { destinationOf, detailsOf, type Tunnel, tunnelOf } from './tunnels.ts'

/** What sessions of this platform are filed under. */
export const NAMESPACE = 'mirror'

/** A mirror and the lines that say so. */
export interface FoundMirror {
  readonly address: SessionAddress
  readonly session: MirrorSession
  readonly said: readonly SaidLine[]
  /** The port it is sent to, by name, where it is one. */
  readonly output: string | undefined
  /** References to ports that the text does not show. */
  readonly unresolved: readonly string[]
}

/** The ports of a switch by the ids that rows name them with. */
interface Ports {
  readonly names: ReadonlyMap<string, string>
  readonly interfaces: ReadonlyMap<string, readonly Row[]>
}

/**
 * Every mirror. Only one that a bridge names is live; nothing can be said of mirrors where no bridge is shown.
 *
 * @source ovs-vswitchd.conf.db(5), tables Bridge and Mirror
 */
export function findMirrors(database: Database): readonly FoundMirror[] {
  if (!database.has('Bridge')) return []
  const ports = readPorts(database)
  const bridges = bridgesOfMirrors(database)
  const mirrors = rowsOf(database, 'Mirror').map((row) => ({ row, id: idOf(row, bridges.get(row.id)) }))
  const counts = new Map<string, number>()
  for (const { id } of mirrors) counts.set(id, (counts.get(id) ?? 0) + 1)
  return mirrors.map(({ row, id }) => {
    // Nothing keeps two mirrors of a bridge from having one name.
    const name = (counts.get(id) ?? 0) > 1 ? `${id} ${row.id}` : id
    return toFound(row, { name, isBound: bridges.has(row.id), ports })
  })
}

function idOf(row: Row, bridge: string | undefined): string {
  const name = wordOf(row, 'name') ?? row.id
  return bridge === undefined ? name : `${bridge}/${name}`
}

function bridgesOfMirrors(database: Database): ReadonlyMap<string, string> {
  return new Map(
    rowsOf(database, 'Bridge').flatMap((bridge) =>
      wordsOf(bridge, 'mirrors').map((id) => [id, wordOf(bridge, 'name') ?? bridge.id] as const),
    ),
  )
}

/** A port has one interface of its own name, unless it is a bond. */
function readPorts(database: Database): Ports {
  const rows = rowsOf(database, 'Interface')
  const byId = new Map(rows.map((row) => [row.id, row]))
  const byName = new Map(rows.map((row) => [wordOf(row, 'name') ?? row.id, row]))
  const names = new Map<string, string>()
  const interfaces = new Map<string, readonly Row[]>()
  for (const port of rowsOf(database, 'Port')) {
    const name = wordOf(port, 'name') ?? port.id
    names.set(port.id, name)
    const members = wordsOf(port, 'interfaces').flatMap((id) => byId.get(id) ?? [])
    const namesake = byName.get(name)
    interfaces.set(port.id, members.length > 0 || namesake === undefined ? members : [namesake])
  }
  return { names, interfaces }
}

function toFound(
  row: Row,
  of: { readonly name: string; readonly isBound: boolean; readonly ports: Ports },
): FoundMirror {
  const { names, interfaces } = of.ports
  const nameOf = (id: string) => names.get(id) ?? id
  const outputId = wordOf(row, 'output_port')
  const tunnelRow = (interfaces.get(outputId ?? '') ?? []).find((member) => tunnelOf(member) !== undefined)
  const tunnel = tunnelRow === undefined ? undefined : tunnelOf(tunnelRow)
  const sources = sourcesOf(row, nameOf)
  const destinations = destinationsOf(row, tunnel, nameOf)
  const ids = [...wordsOf(row, 'select_src_port'), ...wordsOf(row, 'select_dst_port'), ...wordsOf(row, 'output_port')]
  return {
    address: { scope: '', namespace: NAMESPACE, id: of.name },
    session: {
      name: of.name,
      kind: decideMirrorKind({ destinations, tunnelled: tunnel !== undefined }),
      sources,
      destinations,
      enabled: of.isBound,
      ...(of.isBound ? {} : { enabledReason: 'unbound' }),
      ...(sources.length === 0 || destinations.length === 0 ? { incomplete: true } : {}),
      ...filterOf(row),
      ...describe(row, tunnel),
    },
    said: [...row.said, ...(tunnelRow?.said ?? [])],
    output: outputId === undefined ? undefined : nameOf(outputId),
    unresolved: [...new Set(ids)].filter((id) => !names.has(id)),
  }
}

/** A packet whose source port is P came in on P. @source ovs-vswitchd.conf.db(5), `select_src_port`, `select_dst_port` */
function sourcesOf(row: Row, nameOf: (id: string) => string): readonly MirrorSource[] {
  if (wordOf(row, 'select_all') === 'true') return [{ interface: '*', direction: 'both' }]
  const received = wordsOf(row, 'select_src_port')
  const sent = wordsOf(row, 'select_dst_port')
  const both = new Set(sent)
  const seen = new Set(received)
  return [
    ...received.map((id) => ({ interface: nameOf(id), direction: both.has(id) ? 'both' : 'rx' }) as const),
    ...sent.filter((id) => !seen.has(id)).map((id) => ({ interface: nameOf(id), direction: 'tx' }) as const),
  ]
}

/** Where both are given the port counts. @source ovs vswitchd/bridge.c: "ignoring output vlan" */
function destinationsOf(
  row: Row,
  tunnel: Tunnel | undefined,
  nameOf: (id: string) => string,
): readonly MirrorDestination[] {
  if (tunnel !== undefined) return [destinationOf(tunnel)]
  const port = wordOf(row, 'output_port')
  if (port !== undefined) return [{ interface: nameOf(port) }]
  const vlan = numberOf(row, 'output_vlan')
  return vlan === undefined ? [] : [{ vlan }]
}

/** VLANs do not choose ports: they narrow what is copied of those that are chosen. */
function filterOf(row: Row): Pick<MirrorSession, 'filter'> {
  const vlans = wordsOf(row, 'select_vlan').flatMap((word) => (/^\d{1,4}$/.test(word) ? [Number(word)] : []))
  const parts = [
    ...(vlans.length === 0 ? [] : [`vlan ${formatIntegerRanges(vlans)}`]),
    ...wordsOf(row, 'filter').map((text) => text.slice(0, 400)),
  ]
  return parts.length === 0 ? {} : { filter: parts.join('; ') }
}

function describe(row: Row, tunnel: Tunnel | undefined): Pick<MirrorSession, 'details'> {
  const truncateBytes = numberOf(row, 'snaplen')
  const details = {
    ...(tunnel === undefined ? {} : detailsOf(tunnel)),
    ...(truncateBytes === undefined ? {} : { truncateBytes }),
  }
  return Object.keys(details).length === 0 ? {} : { details }
}
