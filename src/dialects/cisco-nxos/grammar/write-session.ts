/** A session → the commands that make it: the way back. */
import type { MirrorSession, MirrorSource } from '../../../facts/mirror-session.ts'
import { formatIntegerRanges } from '../../../kit/integer-ranges.ts'
import { writeClause } from './filter.ts'
import type { SessionType } from './mode.ts'

/**
 * The commands that give this session on a switch without it. Reading them back gives the session, save the origin address,
 * which is one for the whole VDC.
 *
 * `monitor session 1`, `  source interface Ethernet1/1 rx`, `  destination interface Ethernet1/48`, `  no shut`
 */
export function writeSession(session: MirrorSession): readonly string[] {
  const { sources, destinations, filter, enabled, details = {} } = session
  const { description, headerType, erspanId, truncateBytes, terminatesAt, vrf } = details
  const body = [
    ...(description === undefined ? [] : [`description ${description}`]),
    ...(headerType === undefined ? [] : [`header-type ${headerType}`]),
    ...(erspanId === undefined ? [] : [`erspan-id ${erspanId}`]),
    ...(vrf === undefined ? [] : [`vrf ${vrf}`]),
    ...(truncateBytes === undefined ? [] : [`mtu ${truncateBytes}`]),
    ...(terminatesAt === undefined ? [] : [`source ${family(terminatesAt)} ${terminatesAt}`]),
    ...writeSources(sources),
    ...(filter === undefined ? [] : filter.split('; ').map((clause) => `filter ${writeClause(clause)}`)),
    ...destinations.map(({ ip, interface: port }) =>
      ip === undefined ? `destination interface ${port}` : `destination ${family(ip)} ${ip}`,
    ),
    enabled === true ? 'no shut' : 'shut',
  ]
  return [headOf(session), ...body.map((line) => `  ${line}`)]
}

/** The line that opens the block of a session. `monitor session 2 type erspan-source` */
export function headOf(session: MirrorSession): string {
  const type = typeOf(session)
  return `monitor session ${session.name}${type === undefined ? '' : ` type ${type}`}`
}

function typeOf({ kind, role, details }: MirrorSession): SessionType | undefined {
  if (kind === 'encapsulated') return role === 'destination' ? 'erspan-destination' : 'erspan-source'
  return details?.impliedSource === undefined ? undefined : 'acl-capture'
}

function family(address: string): 'ip' | 'ipv6' {
  return address.includes(':') ? 'ipv6' : 'ip'
}

/** VLANs of one direction share a line; every port has its own. `source interface Ethernet1/1 rx` */
export function writeSources(sources: readonly MirrorSource[]): readonly string[] {
  const vlans = Map.groupBy(
    sources.filter((source) => source.vlan !== undefined),
    (source) => source.direction,
  )
  const ports = sources.flatMap(({ interface: port, direction }) =>
    port === undefined ? [] : [`source ${isWords(port) ? '' : 'interface '}${port} ${direction}`],
  )
  const lists = [...vlans].map(
    ([direction, some]) => `source vlan ${formatIntegerRanges(some.map(({ vlan = 0 }) => vlan))} ${direction}`,
  )
  return [...ports, ...lists]
}

/** What is no port is named by its own words. */
function isWords(port: string): boolean {
  return /^(?:vsan|forward-drops|exception)\b/.test(port)
}
