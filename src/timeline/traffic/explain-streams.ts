/** Whether something other than a mirror session explains a stream: a tunnel, an overlay, two ends that speak with each other. */
import { carrierNamed } from '../../facts/carriers.data.ts'
import type { TrafficFact } from '../../facts/fact.ts'
import { canonicalAddress } from '../../kit/ip-network.ts'
import { featuresOf } from '../configurations.ts'
import type { ObservedConfiguration } from '../subject-timeline.ts'
import { familyOf } from './collect-streams.ts'
import { isSurelyCopy } from './owners.ts'

/** Carriers that fabrics are built of. */
const OVERLAYS: ReadonlySet<string> = new Set(['vxlan', 'geneve', 'gre-ethernet'])

/** What explains streams beside sessions. */
export interface Explanations {
  readonly configurations: readonly ObservedConfiguration[]
  /** Whether somebody was seen to answer in the same kind of carrier. */
  readonly isAnswered: (fact: TrafficFact) => boolean
}

/** The streams that are answered, from all that were seen anywhere in a realm. */
export function collectAnswered(facts: readonly TrafficFact[]): Explanations['isAnswered'] {
  const seen = new Set(
    facts.filter(({ of }) => of === 'carrier').map((fact) => wayOf(fact, fact.source, fact.destination)),
  )
  return (fact) => seen.has(wayOf(fact, fact.destination, fact.source))
}

function wayOf({ carrier, ref }: TrafficFact, from: string, to: string): string {
  return [ref.realm, familyOf(carrier), from, to].join('\u0000')
}

/**
 * Whether a stream needs no session to be there. A port number alone shows no carrier, so it explains itself; what nothing but
 * copies travel in is explained by a session alone; a GRE or VXLAN stream also by a tunnel, an overlay, or an answer.
 */
export function isExplained(fact: TrafficFact, { configurations, isAnswered }: Explanations): boolean {
  if (fact.basis === 'port' || fact.basis === 'none' || isOtherGre(fact)) return true
  if (isSurelyCopy(fact)) return false
  return (
    isAnswered(fact) ||
    configurations.some((configuration) => hasTunnel(configuration, fact) || hasOverlay(configuration, fact))
  )
}

/** Header bytes show a type of GRE that no copy travels in: PPTP, MPLS, next-hop resolution. */
function isOtherGre({ carrier, basis }: TrafficFact): boolean {
  return carrier === 'gre' && basis === 'header'
}

/** Multipoint tunnels learn their far ends. */
function hasTunnel(configuration: ObservedConfiguration, { destination, carrier }: TrafficFact): boolean {
  if (carrierNamed(carrier).protocol === 17) return false
  return featuresOf(configuration, 'tunnel').some(({ values }) => {
    const end = values['destination']
    if (end === undefined) return /multipoint/i.test(values['mode'] ?? '')
    return (canonicalAddress(end) ?? end) === destination
  })
}

/** The far ends of an overlay are learned, so any will do. */
function hasOverlay(configuration: ObservedConfiguration, { carrier }: TrafficFact): boolean {
  if (!OVERLAYS.has(carrier)) return false
  return (
    featuresOf(configuration, 'overlay').length > 0 ||
    featuresOf(configuration, 'carried-port').some(({ values }) => values['by']?.startsWith('vxlan') === true)
  )
}
