/** One subject's events → its set-ups. */
import type { Fact, StateFact, TrafficFact } from '../../facts/fact.ts'
import type { Leg } from '../../facts/schema-parts.ts'
import type { SetupEvents } from '../changes/collect-events.ts'
import { type Hearing, legsAliveAcross } from '../coverage.ts'
import type { Episode } from '../episode.ts'
import { REDIRECT_NAMESPACE } from '../links/redirects.ts'
import type { Setup, SetupKey } from '../setup.ts'
import { byText, setupId } from '../setup-id.ts'
import { attachTraffic, type SeenTraffic } from '../traffic/attach-traffic.ts'
import { foldSetup } from './fold.ts'
import { attachStates, newestOf, statusOf, witnessesOf } from './setup-status.ts'

interface BuildInput {
  readonly subject: string
  readonly events: readonly SetupEvents[]
  readonly states: readonly StateFact[]
  readonly traffic: SeenTraffic
  readonly observers: ReadonlyMap<string, string>
  readonly hearing: Hearing
  readonly facts: ReadonlyMap<string, Fact>
}

/** Set-ups, and the carriers seen on the wire that none of them explains. */
export interface BuiltSetups {
  readonly setups: readonly Setup[]
  readonly unexplained: readonly TrafficFact[]
  readonly unexplainedPorts: SeenTraffic['ports']
}

/** Folds every set-up of one subject; what was only ever refused becomes an attempt. In address order. */
export function buildSetups(input: BuildInput): BuiltSetups {
  const { events, states, hearing, traffic } = input
  const aliveAcross = (since: string, until: string): readonly Leg[] => legsAliveAcross(hearing, since, until)
  const folded = events.map((one) =>
    foldSetup({ name: one.name, changes: one.accepted, sightings: one.sightings, undated: one.undated, aliveAcross }),
  )
  const { lives, ...rest } = attachTraffic(attachStates(folded, states), traffic)
  return { setups: events.flatMap((one, index) => toSetup(one, lives[index] ?? [], input)), ...rest }
}

function toSetup(events: SetupEvents, episodes: readonly Episode[], input: BuildInput): readonly Setup[] {
  return episodes.length > 0 ? [mirrorSetup(events, episodes, input)] : attemptSetup(events, input)
}

function mirrorSetup(events: SetupEvents, episodes: readonly Episode[], input: BuildInput): Setup {
  const setupClass = classOf(events)
  const key: SetupKey = { subject: input.subject, setupClass, address: events.address }
  const attempts = events.refused.map(({ change }) => change)
  const last = episodes.at(-1)
  const legs = legsOf(last?.facts ?? [], input.facts)
  return {
    ...identityOf(key, events),
    episodes,
    status: last === undefined ? 'unknown' : statusOf(last, legs),
    ...asOf(last?.facts ?? [], input.facts),
    legs,
    witnesses: witnessesOf(last?.facts ?? [], input),
    attempts,
    facts: sortedUnion([
      ...episodes.flatMap((episode) => episode.facts),
      ...attempts.flatMap((attempt) => attempt.facts),
    ]),
    joined: [],
    usedBy: [],
  }
}

function classOf({ of, address }: SetupEvents): 'object' | 'redirect' | 'mirror' {
  if (of === 'object') return 'object'
  return address.namespace === REDIRECT_NAMESPACE ? 'redirect' : 'mirror'
}

/** Refused acts with no session behind them: one episode that shows what would have been. A refused removal is no attempt to copy. */
function attemptSetup(events: SetupEvents, input: BuildInput): readonly Setup[] {
  const key: SetupKey = { subject: input.subject, setupClass: 'attempt', address: events.address }
  const attempts = events.refused.map(({ change }) => change)
  const facts = sortedUnion(attempts.flatMap((attempt) => attempt.facts))
  const legs = legsOf(facts, input.facts)
  const episodes = foldSetup({
    name: events.name,
    changes: events.refused,
    sightings: [],
    undated: [],
    aliveAcross: () => [],
  })
  if (episodes.length === 0) return []
  const setup: Setup = {
    ...identityOf(key, events),
    episodes: episodes.slice(-1),
    status: 'never-live',
    ...asOf(facts, input.facts),
    legs,
    witnesses: witnessesOf(facts, input),
    attempts,
    facts,
    joined: [],
    usedBy: [],
  }
  return [setup]
}

function identityOf(key: SetupKey, { platform }: SetupEvents): Pick<Setup, 'key' | 'id' | 'platform'> {
  return { key, id: setupId(key), platform }
}

function asOf(facts: readonly string[], byId: ReadonlyMap<string, Fact>): Pick<Setup, 'asOf'> {
  const newest = newestOf(facts, byId)
  return newest === undefined ? {} : { asOf: newest }
}

function legsOf(facts: readonly string[], byId: ReadonlyMap<string, Fact>): readonly Leg[] {
  return [...new Set(facts.flatMap((id) => byId.get(id)?.leg ?? []))].sort(byText)
}

function sortedUnion(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].sort(byText)
}
