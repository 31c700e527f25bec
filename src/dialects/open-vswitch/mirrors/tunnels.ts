/** Ports of the switch that wrap what they send: where to, and in what. */
import type { MirrorDestination, MirrorDetails } from '../../../facts/mirror-session.ts'
import { canonicalAddress } from '../../../kit/ip-network.ts'
import { entryOf, wordOf } from '../database/cells.ts'
import type { Row } from '../database/tables.ts'

/** @source ovs-vswitchd.conf.db(5), table Interface, Tunnel Options; iface_types of Open vSwitch 3.1 */
const TYPES: ReadonlySet<string> = new Set([
  'gre',
  'gre64',
  'gretap',
  'ip6gre',
  'erspan',
  'ip6erspan',
  'vxlan',
  'geneve',
  'stt',
  'lisp',
  'gtpu',
  'bareudp',
  'srv6',
])
/** Those by which fabrics join their own ends. */
const OVERLAYS: ReadonlySet<string> = new Set(['vxlan', 'geneve', 'stt'])

/** `{ name: 'er0', encapsulation: 'erspan', remote: '203.0.113.38', key: '7' }`. */
export interface Tunnel {
  readonly name: string
  readonly type: string
  /** The word that sessions use: of ERSPAN the type that `erspan_ver` chooses. */
  readonly encapsulation: string
  /** Undefined where flows choose the far end. */
  readonly remote: string | undefined
  readonly local: string | undefined
  readonly key: string | undefined
  readonly isOverlay: boolean
}

/** The tunnel that a row of `Interface` makes, undefined for a port that wraps nothing. */
export function tunnelOf(row: Row): Tunnel | undefined {
  const type = wordOf(row, 'type')?.toLowerCase()
  if (type === undefined || !TYPES.has(type)) return undefined
  return {
    name: wordOf(row, 'name') ?? row.id,
    type,
    encapsulation: encapsulationOf(type, entryOf(row, 'options', 'erspan_ver')),
    remote: addressOf(row, 'remote_ip'),
    local: addressOf(row, 'local_ip'),
    key: entryOf(row, 'options', 'key') ?? entryOf(row, 'options', 'out_key'),
    isOverlay: OVERLAYS.has(type),
  }
}

/** @source ovs-vswitchd.conf.db(5): `erspan_ver` 1 is ERSPAN type II and the default, 2 is type III */
function encapsulationOf(type: string, version: string | undefined): string {
  if (type.endsWith('erspan')) return version === '2' ? 'erspan3' : 'erspan'
  return type.includes('gre') ? 'gre' : type
}

function addressOf(row: Row, option: string): string | undefined {
  const written = entryOf(row, 'options', option)
  return written === undefined ? undefined : canonicalAddress(written)
}

/** Where a copy goes that leaves through this tunnel: its far end, or the port where flows choose one. */
export function destinationOf({ name, remote, encapsulation }: Tunnel): MirrorDestination {
  return remote === undefined ? { interface: name, encapsulation } : { ip: remote, encapsulation }
}

/** What a session says of the tunnel that carries it. @source ovs-vswitchd.conf.db(5): of ERSPAN `key` is the session id */
export function detailsOf({ type, key, local }: Tunnel): MirrorDetails {
  const number = key !== undefined && /^(?:0x[\da-f]{1,6}|\d{1,8})$/i.test(key) ? Number(key) : undefined
  return {
    ...(type.endsWith('erspan') && number !== undefined ? { erspanId: number } : {}),
    ...(['vxlan', 'geneve'].includes(type) && number !== undefined ? { virtualNetworkId: String(number) } : {}),
    ...(local === undefined ? {} : { originIp: local }),
  }
}
