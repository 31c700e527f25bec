/** From one analyzer to another of the same name: the commands for its sources and its output alone. */
import { isDeepStrictEqual } from 'node:util'
import type { MirrorDestination, MirrorSession, MirrorSource } from '../../facts/mirror-session.ts'

/** Commands that take away what is not allowed, and those that give it back. */
export interface Narrowing {
  readonly take: readonly string[]
  readonly give: readonly string[]
}

/**
 * What leads from a session to its allowed form and back; undefined where that is no matter of an analyzer's own ends.
 *
 * `delete forwarding-options analyzer TAP input egress interface ge-0/0/2.0`
 */
export function narrowAnalyzer(path: string, from: MirrorSession, to: MirrorSession): Narrowing | undefined {
  if (!/ analyzer \S+$/.test(path) || from.filter !== to.filter) return undefined
  const [take, give] = [change(path, from, to), change(path, to, from)]
  return take === undefined || give === undefined || take.length === 0 ? undefined : { take, give }
}

function change(path: string, from: MirrorSession, to: MirrorSession): readonly string[] | undefined {
  const gone = missingFrom(to.sources, from.sources).flatMap(writeSource)
  const added = missingFrom(from.sources, to.sources).flatMap(writeSource)
  const output = isDeepStrictEqual(from.destinations, to.destinations) ? [] : to.destinations.map(writeDestination)
  const all = [...gone, ...added, ...output]
  if (all.includes(undefined)) return undefined
  return [
    ...gone.map((end) => `delete ${path} input ${end}`),
    ...(output.length === 0 ? [] : [`delete ${path} output`]),
    ...added.map((end) => `set ${path} input ${end}`),
    ...output.map((end) => `set ${path} output ${end}`),
  ]
}

/** Sources of `all`, each in the directions that `some` does not have. */
function missingFrom(some: readonly MirrorSource[], all: readonly MirrorSource[]): readonly MirrorSource[] {
  return all.flatMap((source) => {
    const known = some.find((other) => isDeepStrictEqual({ ...other, direction: '' }, { ...source, direction: '' }))
    if (known === undefined) return [source]
    if (known.direction === 'both' || known.direction === source.direction) return []
    return source.direction === 'both'
      ? [{ ...source, direction: known.direction === 'rx' ? 'tx' : 'rx' } as const]
      : [source]
  })
}

function writeSource({ interface: port, vlan, resource, direction }: MirrorSource): readonly (string | undefined)[] {
  const end = port === undefined ? (vlan === undefined ? resource : `vlan ${vlan}`) : `interface ${port}`
  const ways = direction === 'both' ? ['ingress', 'egress'] : [direction === 'rx' ? 'ingress' : 'egress']
  return ways.map((way) => (end === undefined ? undefined : `${way} ${end}`))
}

/** An analyzer names an address by itself: the tunnel is the platform's own. */
function writeDestination({ interface: port, vlan, ip, resource }: MirrorDestination): string | undefined {
  if (port !== undefined) return `interface ${port}`
  if (ip !== undefined) return `${ip.includes(':') ? 'ipv6-address' : 'ip-address'} ${ip}`
  return vlan === undefined ? resource : `vlan ${vlan}`
}
