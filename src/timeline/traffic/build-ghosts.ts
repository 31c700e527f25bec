/** Copies on the wire that nothing explains → set-ups of their own, one for each sender, kind of carrier and destination. */
import { type Carrier, carrierNamed } from '../../facts/carriers.data.ts'
import type { TrafficFact } from '../../facts/fact.ts'
import type { MirrorSession } from '../../facts/mirror-session.ts'
import { CarrierBasis } from '../../facts/traffic.ts'
import type { Episode } from '../episode.ts'
import type { Setup, SetupKey, Witness } from '../setup.ts'
import { byText, setupId } from '../setup-id.ts'
import { familyOf } from './collect-streams.ts'
import { type Explanations, isExplained } from './explain-streams.ts'

/** The namespace of ghosts among session addresses. */
export const GHOST_NAMESPACE = 'ghost'

/** What ghosts are built from. */
export interface GhostInput {
  readonly subject: string
  readonly platform: string
  /** Carriers that no session explains. */
  readonly facts: readonly TrafficFact[]
  /** What else may explain them. */
  readonly explanations: Explanations
  readonly witnessesOf: (facts: readonly string[]) => readonly Witness[]
}

/** Ghosts in address order. */
export function buildGhosts(input: GhostInput): readonly Setup[] {
  const unexplained = input.facts.filter((fact) => !isExplained(fact, input.explanations))
  const groups = Map.groupBy(unexplained, ({ carrier, destination }) => `${familyOf(carrier)} to ${destination}`)
  return [...groups].sort(([a], [b]) => byText(a, b)).flatMap(([id, facts]) => toGhost(id, facts, input))
}

function toGhost(id: string, unsorted: readonly TrafficFact[], input: GhostInput): readonly Setup[] {
  const facts = unsorted.toSorted((a, b) => byText(a.firstAt, b.firstAt) || byText(a.id, b.id))
  const [first] = facts
  if (first === undefined) return []
  const key: SetupKey = {
    subject: input.subject,
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
    episodes: [toEpisode(first, ids, toSession(id, facts))],
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

/** The fact whose carrier is known best. */
export function surestOf(facts: readonly TrafficFact[]): TrafficFact | undefined {
  const rank = ({ basis }: TrafficFact): number => CarrierBasis.options.indexOf(basis)
  return facts.toSorted((a, b) => rank(b) - rank(a) || byText(a.carrier, b.carrier) || byText(a.id, b.id))[0]
}
