/** A session → the commands that make it: the way back. */
import type { MirrorDestination, MirrorDetails, MirrorSession, MirrorSource } from '../../../../facts/mirror-session.ts'
import { formatIntegerRanges } from '../../../../kit/integer-ranges.ts'
import type { BlockType } from '../mode.ts'

/**
 * The commands that give this session on a device without it, in the order IOS prints them. Reading them back gives the session.
 *
 * `monitor session 1 source interface GigabitEthernet1/0/1 rx`, …
 */
export function writeSession(session: MirrorSession): readonly string[] {
  const type = blockTypeOf(session)
  return type === undefined ? writeLines(session) : writeBlock(session, type)
}

/** The type of a session in block form; undefined for the one-line form. */
export function blockTypeOf({ kind, role, destinations, enabled }: MirrorSession): BlockType | undefined {
  if (kind === 'encapsulated') return role === 'destination' ? 'erspan-destination' : 'erspan-source'
  if (kind === 'capture') return 'capture'
  // One-line sessions always run: what is shut was written as a block.
  if (enabled !== false) return undefined
  if (kind === 'local') return 'local'
  return role === 'destination' || destinations.every((end) => end.vlan === undefined)
    ? 'rspan-destination'
    : 'rspan-source'
}

function writeLines({ name, role, sources, destinations, filter, details = {} }: MirrorSession): readonly string[] {
  const head = `monitor session ${name}`
  const remote = role === 'destination'
  return [
    ...writeSources(sources, remote),
    ...(filter === undefined ? [] : filter.split('; ').map((clause) => `filter ${clause}`)),
    ...destinations.map((end) => `destination ${writeEnd(end)}${writeOptions(end, details)}`),
  ].map((line) => `${head} ${line}`)
}

function writeBlock(
  { name, role, enabled, sources, destinations, filter, details = {} }: MirrorSession,
  type: BlockType,
): readonly string[] {
  const far = role === 'destination'
  const { description, headerType } = details
  const collectors = destinations.filter((end) => end.ip !== undefined)
  const ports = destinations.filter((end) => end.ip === undefined && end.file === undefined)
  return [
    `monitor session ${name} type ${type}`,
    ...(description === undefined ? [] : [` description ${description}`]),
    ...(headerType === undefined ? [] : [` header-type ${headerType}`]),
    ...writeSources(sources, far && type !== 'erspan-destination').map((line) => ` ${line}`),
    ...(filter === undefined ? [] : filter.split('; ').map((clause) => ` filter ${clause}`)),
    ...ports.map((end) => ` destination ${writeEnd(end)}${writeOptions(end, details)}`),
    ...writePart(type, collectors, details),
    ` ${enabled === true ? 'no shutdown' : 'shutdown'}`,
  ]
}

/** The part that holds the tunnel: `destination` at the near end, `source` at the far end. */
function writePart(
  type: BlockType,
  collectors: readonly MirrorDestination[],
  details: MirrorDetails,
): readonly string[] {
  const { erspanId, mtu, originIp, vrf, terminatesAt } = details
  const body = [
    ...(erspanId === undefined ? [] : [`  erspan-id ${erspanId}`]),
    ...(mtu === undefined ? [] : [`  mtu ${mtu}`]),
    ...collectors.map(({ ip = '' }) => `  ${family(ip)} address ${ip}`),
    ...(terminatesAt === undefined ? [] : [`  ${family(terminatesAt)} address ${terminatesAt}`]),
    ...(originIp === undefined ? [] : [`  origin ${family(originIp)} address ${originIp}`]),
    ...(vrf === undefined ? [] : [`  vrf ${vrf}`]),
  ]
  return body.length === 0 ? [] : [type === 'erspan-destination' ? ' source' : ' destination', ...body]
}

function family(address: string): 'ip' | 'ipv6' {
  return address.includes(':') ? 'ipv6' : 'ip'
}

/** VLANs of one direction share a line; every port has its own. `source interface GigabitEthernet1/0/1 rx` */
export function writeSources(sources: readonly MirrorSource[], remote: boolean): readonly string[] {
  const vlans = Map.groupBy(
    sources.filter((source) => source.vlan !== undefined),
    (source) => source.direction,
  )
  const ports = sources.flatMap(({ interface: port, direction }) =>
    port === undefined ? [] : [writePort(port, direction)],
  )
  const lists = [...vlans].map(([direction, some]) => {
    const list = formatIntegerRanges(some.map(({ vlan = 0 }) => vlan))
    return remote
      ? `source remote vlan ${list}`
      : `source vlan ${list.replaceAll(',', ' , ').replaceAll('-', ' - ')} ${direction}`
  })
  return [...ports, ...lists]
}

/** `cpu rp` is no interface. */
function writePort(port: string, direction: string): string {
  return port.startsWith('cpu') ? `source ${port} ${direction}` : `source interface ${port} ${direction}`
}

function writeEnd({ interface: port, vlan }: MirrorDestination): string {
  if (vlan !== undefined) return `remote vlan ${vlan}`
  return port !== undefined && /\d/.test(port) && !port.includes(' ') ? `interface ${port}` : (port ?? '')
}

function writeOptions(
  { interface: port, encapsulation }: MirrorDestination,
  { ingress, reflectorPort }: MirrorDetails,
): string {
  const options = [
    ...(encapsulation === undefined ? [] : [`encapsulation ${encapsulation}`]),
    ...(port === undefined || ingress === undefined ? [] : [writeIngress(ingress)]),
    ...(reflectorPort === undefined ? [] : [`reflector-port ${reflectorPort}`]),
  ]
  return options.map((option) => ` ${option}`).join('')
}

function writeIngress(ingress: string): string {
  if (ingress === 'learning') return ingress
  return ingress.startsWith('any') ? ingress.replace('any', 'ingress') : `ingress ${ingress}`
}
