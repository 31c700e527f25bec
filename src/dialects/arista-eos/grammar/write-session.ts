/** A session → the commands that make it: the way back. */
import type { MirrorDestination, MirrorDetails, MirrorSession, MirrorSource } from '../../../facts/mirror-session.ts'

/** The commands that give a `monitor session`, in the order EOS prints them. Reading them back gives the session. */
export function writeMonitorSession(session: MirrorSession): readonly string[] {
  const { name, sources, destinations, filter, details = {} } = session
  return [
    ...writeFilter(filter),
    ...writeSources(sources, filter),
    ...(details.impliedSource === undefined ? [] : ['forwarding-drop']),
    ...destinations.map((end) => `destination ${writeEnd(end, details)}`),
    ...(details.truncateBytes === undefined ? [] : [`truncate size ${details.truncateBytes}`]),
    ...(isWrapping(details.headerType) ? [`encapsulation ${details.headerType}`] : []),
  ].map((line) => `monitor session ${name} ${line}`)
}

/** LANZ mirroring: one line. */
export function writeQueueMonitor({ destinations, details = {} }: MirrorSession): readonly string[] {
  return destinations.map((end) => `queue-monitor length mirror destination ${writeEnd(end, details)}`)
}

/** `ip TAP; mac OTHER` → `ip access-group TAP` …; lists of single sources stand with their source. */
export function writeFilter(filter: string | undefined): readonly string[] {
  return clausesOf(filter).flatMap(({ source, family, list }) =>
    source === undefined ? [`${family} access-group ${list}`] : [],
  )
}

/** One line for each source, with its own list where it has one. `source Ethernet1 rx` */
export function writeSources(sources: readonly MirrorSource[], filter: string | undefined): readonly string[] {
  const clauses = clausesOf(filter)
  return sources.map(({ interface: port, vlan, direction }) => {
    const name = port ?? `vlan ${vlan}`
    const own = clauses.find(({ source }) => source?.split(',').includes(name))
    return `source ${name} ${direction}${own === undefined ? '' : ` ${own.family} access-group ${own.list}`}`
  })
}

interface Clause {
  readonly source: string | undefined
  readonly family: string
  readonly list: string
}

function clausesOf(filter: string | undefined): readonly Clause[] {
  return (filter?.split('; ') ?? []).flatMap((text) => {
    const [, source, family = '', list = ''] = /^(?:(\S.*) )?(ip|ipv6|mac) (\S+)$/.exec(text.slice(0, 65_536)) ?? []
    return list === '' ? [] : [{ source, family, list }]
  })
}

function writeEnd({ interface: port, ip, encapsulation }: MirrorDestination, details: MirrorDetails): string {
  if (ip === undefined) return port ?? ''
  const { originIp, vrf, headerType } = details
  const protocol = /^protocol (\S+)$/.exec(headerType ?? '')?.[1]
  return [
    `tunnel mode ${encapsulation ?? 'gre'}`,
    ...(originIp === undefined ? [] : [`source ${originIp}`]),
    `destination ${ip}`,
    ...(protocol === undefined ? [] : [`protocol ${protocol}`]),
    ...(vrf === undefined ? [] : [`vrf ${vrf}`]),
  ].join(' ')
}

function isWrapping(headerType: string | undefined): boolean {
  return headerType !== undefined && !headerType.startsWith('protocol ')
}
