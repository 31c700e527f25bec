/** How a set-up stands, and who says so. */
import type { Fact, StateFact } from '../../facts/fact.ts'
import type { Leg } from '../../facts/schema-parts.ts'
import { MINUTE_MS } from '../../kit/durations.ts'
import { type Instant, shiftInstant } from '../../kit/instant.ts'
import type { Episode } from '../episode.ts'
import type { SetupStatus, Witness } from '../setup.ts'
import { byText } from '../setup-id.ts'

/** How long after its last change a session's own "up" message may come and still be its. */
const STATE_FOLLOWS_MS = 15 * MINUTE_MS

const WITNESS_OF_LEG: Readonly<Record<Exclude<Leg, 'flow'>, Witness>> = {
  config: 'device',
  log: 'device',
  aaa: 'aaa-server',
  audit: 'cloud-control-plane',
}

/** Where facts are looked up, and who saw those of the wire. */
export interface FactSources {
  readonly subject: string
  readonly facts: ReadonlyMap<string, Fact>
  /** Traffic fact → the exporter's subject, or a sensor. */
  readonly observers: ReadonlyMap<string, string>
}

/** Who authored a set of facts, each once, in a fixed order. A configuration, a log and the flow records of one device are one witness. */
export function witnessesOf(ids: readonly string[], sources: FactSources): readonly Witness[] {
  return [...new Set(ids.flatMap((id) => witnessOf(sources.facts.get(id), sources)))].sort(byText)
}

function witnessOf(fact: Fact | undefined, { subject, observers }: FactSources): readonly Witness[] {
  if (fact === undefined) return []
  if (fact.leg !== 'flow') return [WITNESS_OF_LEG[fact.leg]]
  if (observers.get(fact.id) === subject) return ['device']
  return [fact.kind === 'traffic' && fact.observer === 'sensor' ? 'sensor' : 'neighbour']
}

/** The status of a set-up from its last episode: ended, running, configured, never enabled, or not known. */
export function statusOf(episode: Episode, legs: readonly Leg[]): SetupStatus {
  if (episode.untilBasis !== undefined) return 'ended'
  const { states } = episode
  const session = states.at(-1)?.session
  if (session === undefined) return 'unknown'
  const wasComplete = states.some((state) => state.session.enabled !== false && state.session.incomplete !== true)
  if (!wasComplete) return 'never-live'
  if (episode.runningFacts.length > 0) return 'live'
  if (session.enabled === 'unknown') return 'unknown'
  if (session.enabled === false) return 'configured'
  return legs.includes('audit') ? 'live' : 'configured'
}

/** The newest instant at which anything spoke of these facts. */
export function newestOf(facts: readonly string[], byId: ReadonlyMap<string, Fact>): Instant | undefined {
  return facts
    .flatMap((id) => byId.get(id)?.time.at ?? [])
    .sort(byText)
    .at(-1)
}

/**
 * Gives session state messages to episodes. A message that names no session (the published ones do not) belongs to the one
 * episode that changed shortly before it; where several or none did, to nobody.
 */
export function attachStates(
  episodes: readonly (readonly Episode[])[],
  states: readonly StateFact[],
): readonly (readonly Episode[])[] {
  const owners = new Map<Episode, string[]>()
  for (const state of states.filter(({ running }) => running)) {
    const candidates = episodes.flat().filter((episode) => justChanged(episode, state.time.at))
    const [owner, second] = candidates
    if (owner !== undefined && second === undefined) owners.set(owner, [...(owners.get(owner) ?? []), state.id])
  }
  return episodes.map((lives) => lives.map((episode) => withStates(episode, owners.get(episode) ?? [])))
}

function justChanged(episode: Episode, at: Instant | undefined): boolean {
  const last = episode.changes.at(-1)?.at
  return at !== undefined && last !== undefined && at >= last && at <= shiftInstant(last, STATE_FOLLOWS_MS)
}

function withStates(episode: Episode, states: readonly string[]): Episode {
  if (states.length === 0) return episode
  return {
    ...episode,
    runningFacts: [...states].sort(byText),
    facts: [...new Set([...episode.facts, ...states])].sort(byText),
  }
}
