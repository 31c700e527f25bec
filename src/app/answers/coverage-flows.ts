/** What flow records show of each device, port by port: where nobody exports, a copy passes unseen. */
import { interfaceKey } from '../../kit/interface-name.ts'
import type { LegCoverage, SubjectTimeline } from '../../timeline/subject-timeline.ts'

/** Who names the port: the inventory, or a session that copies from or to it. */
export type PortRole = 'inventory' | 'mirror-source' | 'mirror-destination'

/** A port that no flow record mentions, and why. */
export interface UnseenPort {
  readonly port: string
  readonly as: readonly PortRole[]
  /**
   * `not-exporting`: no flow record of its device was heard. `never-mentioned`: records came, and none has this port.
   * `number-unknown`: neither the inventory nor the exporter says which number it has in records.
   */
  readonly because: 'not-exporting' | 'never-mentioned' | 'number-unknown'
}

/** How one device's flows are watched. */
export interface FlowVisibility {
  /** Where its newest configuration sends flow records; `port` only where it is written. */
  readonly exportsTo: readonly { readonly destination: string; readonly port?: string }[]
  /** Ports that are known: all in the inventory, and the ends of its mirror sessions. */
  readonly knownPorts: number
  readonly unseenPorts: readonly UnseenPort[]
}

/** Keys of the ports that each observer's flow records mention, by subject id. */
export type MentionedPorts = ReadonlyMap<string, ReadonlySet<string>>

/**
 * Ports that records say something of: what passed them, or that a stream left by them, whoever sent it. A port's own counters are no
 * flow record.
 */
export function mentionedPorts(subjects: readonly SubjectTimeline[]): MentionedPorts {
  const mentioned = new Map<string, Set<string>>()
  const add = (subject: string, port: string): void => {
    const known = mentioned.get(subject) ?? new Set()
    mentioned.set(subject, known.add(interfaceKey(port)))
  }
  for (const { subject, ports, streams } of subjects) {
    for (const { port, of } of ports) if (of === 'interface') add(subject.id, port)
    for (const { observer, egress } of streams.flatMap(({ observations }) => observations))
      for (const { port } of egress) add(observer, port)
  }
  return mentioned
}

/** Undefined for a cloud account, which has no ports. */
export function flowVisibility(timeline: SubjectTimeline, mentioned: MentionedPorts): FlowVisibility | undefined {
  if (timeline.subject.kind !== 'device') return undefined
  const ports = knownPorts(timeline)
  const seen = withBundles(mentioned.get(timeline.subject.id) ?? new Set(), timeline)
  const unseen = [...ports].filter(([key]) => !seen.has(key)).map(([, port]) => toUnseen(port, timeline))
  return { exportsTo: exporters(timeline), knownPorts: ports.size, unseenPorts: unseen.sort(byName) }
}

/** The flow leg as the newest configuration has it: a device that should export and is not heard is silent. */
export function withDeclaredExport(
  coverage: readonly LegCoverage[],
  timeline: SubjectTimeline,
): readonly LegCoverage[] {
  if (exporters(timeline).length === 0) return coverage
  return coverage.map((leg) => (leg.leg === 'flow' && leg.state !== 'heard' ? { ...leg, state: 'silent' } : leg))
}

function exporters({ configurations }: SubjectTimeline): FlowVisibility['exportsTo'] {
  const named = (configurations.at(-1)?.features ?? []).flatMap(({ feature, values: { destination, port } }) =>
    feature === 'flow-exporter' && destination !== undefined
      ? [{ destination, ...(port === undefined ? {} : { port }) }]
      : [],
  )
  return [...new Map(named.map((one) => [`${one.destination} ${one.port ?? ''}`, one])).values()]
}

interface KnownPort {
  readonly name: string
  readonly as: readonly PortRole[]
  readonly isNumbered: boolean
}

function knownPorts({ subject, setups }: SubjectTimeline): ReadonlyMap<string, KnownPort> {
  const ports = new Map<string, KnownPort>()
  const add = (name: string, role: PortRole, isNumbered = false): void => {
    const known = ports.get(interfaceKey(name))
    const as = [...new Set([...(known?.as ?? []), role])]
    ports.set(interfaceKey(name), {
      name: known?.name ?? name,
      as,
      isNumbered: isNumbered || known?.isNumbered === true,
    })
  }
  for (const { name, ifIndex } of subject.device?.interfaces ?? []) add(name, 'inventory', ifIndex !== undefined)
  for (const { key, status, episodes } of setups) {
    const session = episodes.at(-1)?.states.at(-1)?.session
    if (key.setupClass !== 'mirror' || status === 'ended' || session === undefined) continue
    for (const { interface: port } of session.sources) if (port !== undefined) add(port, 'mirror-source')
    for (const { interface: port } of session.destinations) if (port !== undefined) add(port, 'mirror-destination')
  }
  return ports
}

/** A bundle that is seen shows its members, and a member its bundle. */
function withBundles(seen: ReadonlySet<string>, { subject }: SubjectTimeline): ReadonlySet<string> {
  const bundles = (subject.device?.interfaces ?? []).filter(({ members }) => members.length > 0)
  const shown = bundles.flatMap(({ name, members }) => {
    const [bundle, ports] = [interfaceKey(name), members.map(interfaceKey)]
    if (seen.has(bundle)) return ports
    return ports.some((port) => seen.has(port)) ? [bundle] : []
  })
  return new Set([...seen, ...shown])
}

function toUnseen({ name, as, isNumbered }: KnownPort, { coverage }: SubjectTimeline): UnseenPort {
  const isHeard = coverage.some(({ leg, state }) => leg === 'flow' && state === 'heard')
  if (!isHeard) return { port: name, as, because: 'not-exporting' }
  return { port: name, as, because: isNumbered ? 'never-mentioned' : 'number-unknown' }
}

function byName(a: UnseenPort, b: UnseenPort): number {
  return a.port.localeCompare(b.port, 'en', { numeric: true })
}
