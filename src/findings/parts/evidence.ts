/** Facts → the lines that prove something, redacted as they already are. */
import type { Fact, ObservedSession, TrafficFact } from '../../facts/fact.ts'
import { mergePlaces } from '../../facts/merge-facts.ts'
import type { SessionAddress } from '../../facts/mirror-session.ts'
import type { Leg, Place } from '../../facts/schema-parts.ts'
import type { Instant } from '../../kit/instant.ts'
import { sayInstant } from '../../kit/say-instant.ts'
import { REDIRECT_NAMESPACE, withRedirects } from '../../timeline/links/redirects.ts'
import { addressText, byText } from '../../timeline/setup-id.ts'
import { amountOf, sayAmount } from '../wire/observed.ts'

/** Items shown for one reason: the first and the last half of it; the rest is counted. A year of daily backups is no proof more. */
const MAX_ITEMS = 50

/** The lines that prove something, redacted. Places are left out of the machine result unless asked for: they depend on how evidence was filed. */
export interface EvidenceItem {
  readonly fact: string
  /** The kind of evidence; a ticket is none of the device's own. */
  readonly leg: Leg | 'ticket'
  /** ATT&CK's name for this kind of evidence, where it has one. */
  readonly dataComponent?: string | undefined
  readonly at?: Instant | undefined
  readonly excerpt: string
  readonly places?: readonly Place[] | undefined
}

/**
 * What ATT&CK calls the evidence of each leg; it has no name for a backup of a configuration.
 *
 * @source MITRE ATT&CK 18.1: log sources of AN1131 and AN1132 (DC0078), Command Execution, Cloud Service Modification
 */
const DATA_COMPONENTS: Readonly<Partial<Record<Leg, string>>> = {
  log: 'Network Traffic: Network Traffic Flow',
  aaa: 'Command: Command Execution',
  flow: 'Network Traffic: Network Traffic Flow',
  audit: 'Cloud Service: Cloud Service Modification',
}

/** Facts that speak of one set-up. */
export interface EvidenceOf {
  /** Fact ids, in any order, repeated or not. */
  readonly ids: readonly string[]
  /** Of a snapshot, the lines of the session that lives here are the proof. */
  readonly address: SessionAddress
}

/** Where facts are looked up, and whether to say where they were filed. */
export interface EvidenceContext {
  readonly facts: ReadonlyMap<string, Fact>
  readonly withPlaces: boolean
}

/** What is shown, and how much is not. */
export interface GatheredEvidence {
  readonly items: readonly EvidenceItem[]
  readonly more: number
}

/** At most 50 items ordered by time (undated first), leg and fact, and how many were left out. */
export function gatherEvidence(about: readonly EvidenceOf[], context: EvidenceContext): GatheredEvidence {
  const items = about
    .flatMap(({ ids, address }) => [
      ...[...new Set(ids)].flatMap((id) => itemOf(id, address, context)),
      ...streamItems([...new Set(ids)], context),
    ])
    .sort((a, b) => byText(a.at ?? '', b.at ?? '') || byText(a.leg, b.leg) || byText(a.fact, b.fact))
  if (items.length <= MAX_ITEMS) return { items, more: 0 }
  return { items: [...items.slice(0, MAX_ITEMS / 2), ...items.slice(-MAX_ITEMS / 2)], more: items.length - MAX_ITEMS }
}

/** The session that a snapshot shows at an address, if any. */
export function observedAt(fact: Fact, address: SessionAddress): ObservedSession | undefined {
  if (fact.kind !== 'snapshot') return undefined
  const { sessions } = address.namespace === REDIRECT_NAMESPACE ? withRedirects(fact) : fact
  return sessions.find((observed) => addressText(observed.address) === addressText(address))
}

function itemOf(id: string, address: SessionAddress, { facts, withPlaces }: EvidenceContext): readonly EvidenceItem[] {
  const fact = facts.get(id)
  if (fact === undefined || fact.kind === 'traffic') return []
  const lines = observedAt(fact, address)?.lines ?? []
  const [first] = lines
  const leg = fact.kind === 'ticket' ? 'ticket' : fact.leg
  const component = leg === 'ticket' ? undefined : DATA_COMPONENTS[leg]
  const item: EvidenceItem = {
    fact: fact.id,
    leg,
    ...(component === undefined ? {} : { dataComponent: component }),
    ...(fact.time.at === undefined ? {} : { at: fact.time.at }),
    excerpt: first === undefined ? fact.excerpt : lines.map(({ text }) => text).join('\n'),
    ...(withPlaces ? { places: fact.places.map((place) => placeOfLine(place, first?.line)) } : {}),
  }
  return [item]
}

/** One item for all hours of a stream: sixty lines that differ in a sum prove no more than one. */
function streamItems(ids: readonly string[], { facts, withPlaces }: EvidenceContext): readonly EvidenceItem[] {
  const traffic = ids.flatMap((id) => {
    const fact = facts.get(id)
    return fact?.kind === 'traffic' ? [fact] : []
  })
  const streams = Map.groupBy(
    traffic.toSorted((a, b) => byText(a.firstAt, b.firstAt) || byText(a.id, b.id)),
    ({ excerpt, trust }) => `${excerpt}\u0000${trust}`,
  )
  return [...streams.values()].flatMap((hours) => streamItem(hours, withPlaces))
}

/** Each file once, at its first record. */
function filesOf(hours: readonly TrafficFact[]): readonly Place[] {
  const all = hours.flatMap(({ places }) => places)
  const places = mergePlaces([], all)
  return places.filter(({ path }, index) => places.findIndex((other) => other.path === path) === index)
}

function streamItem(hours: readonly TrafficFact[], withPlaces: boolean): readonly EvidenceItem[] {
  const [first] = hours
  if (first === undefined) return []
  const amounts = hours.map(amountOf)
  const amount = {
    bytesAtLeast: amounts.reduce((sum, { bytesAtLeast }) => sum + bytesAtLeast, 0),
    packetsAtLeast: amounts.reduce((sum, { packetsAtLeast }) => sum + packetsAtLeast, 0),
  }
  const last =
    hours
      .map(({ lastAt }) => lastAt)
      .sort(byText)
      .at(-1) ?? first.lastAt
  return [
    {
      fact: first.id,
      leg: first.leg,
      dataComponent: DATA_COMPONENTS.flow,
      at: first.firstAt,
      excerpt: `${first.excerpt}${first.of === 'interface' ? '' : `: at least ${sayAmount(amount)}`} until ${sayInstant(last)}`,
      ...(withPlaces ? { places: filesOf(hours) } : {}),
    },
  ]
}

/** A snapshot's place is its first line in the input; the session stands further down. */
function placeOfLine(place: Place, line: number | undefined): Place {
  return line === undefined ? place : { path: place.path, line: (place.line ?? 1) + line - 1 }
}
