/** Copies on the wire that nothing explains → set-ups of their own, one for each sender, kind of carrier and destination. */
import { type Carrier, carrierNamed } from '../../facts/carriers.data.ts'
import type { TrafficFact } from '../../facts/fact.ts'
import type { MirrorSession } from '../../facts/mirror-session.ts'
import { isDeviceName } from '../../inventory/matching/scope.ts'
import type { Collector } from '../../inventory/schema.ts'
import type { Subject } from '../../inventory/subject.ts'
import { interfaceKey } from '../../kit/interface-name.ts'
import type { Episode } from '../episode.ts'
import type { Setup, SetupKey, Witness } from '../setup.ts'
import { byText, setupId } from '../setup-id.ts'
import type { SeenTraffic } from './attach-traffic.ts'
import { familyOf, surestOf } from './collect-streams.ts'
import { type Explanations, isExplained } from './explain-streams.ts'

/** The namespace of ghosts among session addresses. */
export const GHOST_NAMESPACE = 'ghost'

/** What ghosts are built from. */
export interface GhostInput {
  readonly subject: Subject
  readonly platform: string
  /** Carriers that no session explains. */
  readonly facts: readonly TrafficFact[]
  /** What else may explain them. */
  readonly explanations: Explanations
  /** Ports that send like mirror ports while no session says so. */
  readonly ports: SeenTraffic['ports']
  /** Where copies were sent or may be sent: only such a port is told. */
  readonly setups: readonly Setup[]
  readonly collectors: readonly Collector[]
  readonly witnessesOf: (facts: readonly string[]) => readonly Witness[]
}

/** Ghosts in address order. */
export function buildGhosts(input: GhostInput): readonly Setup[] {
  const unexplained = input.facts.filter((fact) => !isExplained(fact, input.explanations))
  const streams = Map.groupBy(unexplained, ({ carrier, destination }) => `${familyOf(carrier)} to ${destination}`)
  const told = input.ports.filter(({ port }) => isMonitoringPort(port, input))
  const ports = Map.groupBy(told, ({ port }) => `port ${port}`)
  const ghosts = [
    ...[...streams].flatMap(([id, facts]) => toGhost({ id, facts, session: toSession(id, facts) }, input)),
    ...[...ports].flatMap(([id, seen]) =>
      toGhost({ id, facts: seen.map(({ fact }) => fact), session: portSession(id, seen[0]?.port ?? '') }, input),
    ),
  ]
  return ghosts.sort((a, b) => byText(a.key.address.id, b.key.address.id))
}

/** Whether a port is one that copies are known to end at: a collector's, or that of a session that is or was there. */
function isMonitoringPort(port: string, { subject, setups, collectors }: GhostInput): boolean {
  const key = interfaceKey(port)
  return (
    collectors.some(
      ({ realm, ports }) =>
        realm === subject.realm &&
        ports.some((known) => isDeviceName(subject, known.device) && interfaceKey(known.interface) === key),
    ) ||
    setups.some(({ episodes }) =>
      episodes.some(({ states }) =>
        states.some(({ session }) =>
          session.destinations.some((end) => end.interface !== undefined && interfaceKey(end.interface) === key),
        ),
      ),
    )
  )
}

interface Apparition {
  readonly id: string
  readonly facts: readonly TrafficFact[]
  readonly session: MirrorSession
}

function toGhost({ id, facts: unsorted, session }: Apparition, input: GhostInput): readonly Setup[] {
  const facts = unsorted.toSorted((a, b) => byText(a.firstAt, b.firstAt) || byText(a.id, b.id))
  const [first] = facts
  if (first === undefined) return []
  const key: SetupKey = {
    subject: input.subject.id,
    setupClass: 'ghost',
    address: { scope: '', namespace: GHOST_NAMESPACE, id },
  }
  const ids = facts.map((fact) => fact.id).sort(byText)
  const asOf =
    facts
      .map(({ lastAt }) => lastAt)
      .sort()
      .at(-1) ?? first.lastAt
  const ghost: Setup = {
    key,
    id: setupId(key),
    platform: input.platform,
    episodes: [toEpisode(first, ids, session)],
    status: 'live',
    asOf,
    legs: ['flow'],
    witnesses: input.witnessesOf(ids),
    attempts: [],
    facts: ids,
    joined: [],
    usedBy: [],
  }
  return [ghost]
}

function toEpisode(first: TrafficFact, ids: readonly string[], session: MirrorSession): Episode {
  return {
    ordinal: 0,
    from: first.firstAt,
    fromBasis: 'traffic',
    states: [{ from: first.firstAt, session, because: { by: 'traffic', fact: first.id } }],
    changes: [],
    unconfirmed: false,
    runningFacts: ids,
    facts: ids,
  }
}

function portSession(name: string, port: string): MirrorSession {
  return {
    name,
    kind: 'local',
    sources: [],
    destinations: [{ interface: port }],
    enabled: true,
    details: { impliedSource: 'ports that no configuration names' },
  }
}

/** What the wire itself says of the session: the surest carrier, its id and origin, and the VLANs inside. */
function toSession(name: string, facts: readonly TrafficFact[]): MirrorSession {
  const surest = surestOf(facts)
  const [erspanId, otherId] = new Set(facts.flatMap(({ sessionId }) => sessionId ?? []))
  const [originIp, otherOrigin] = new Set(facts.map(({ source }) => source))
  const vlans = [...new Set(facts.flatMap(({ innerVlans = [] }) => innerVlans))].sort((a, b) => a - b)
  const { encapsulations }: Carrier = carrierNamed(surest?.carrier ?? '')
  const [encapsulation] = encapsulations
  return {
    name,
    kind: 'encapsulated',
    sources: vlans.map((vlan) => ({ vlan, direction: 'both' })),
    destinations: [{ ip: surest?.destination ?? '', ...(encapsulation === undefined ? {} : { encapsulation }) }],
    enabled: true,
    details: {
      ...(erspanId === undefined || otherId !== undefined ? {} : { erspanId }),
      ...(originIp === undefined || otherOrigin !== undefined ? {} : { originIp }),
      ...(vlans.length === 0 ? { impliedSource: 'ports that no configuration names' } : {}),
    },
  }
}
