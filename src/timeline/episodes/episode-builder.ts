/** Collects what the fold finds into episodes. */
import type { EditedSession } from '../../facts/apply-edits.ts'
import type { MirrorSession } from '../../facts/mirror-session.ts'
import type { Instant } from '../../kit/instant.ts'
import type { Change, Episode, SessionState } from '../episode.ts'
import { byText } from '../setup-id.ts'

interface OpenEpisode {
  readonly from: Instant | undefined
  readonly fromBasis: Episode['fromBasis']
  readonly states: SessionState[]
  readonly changes: Change[]
  readonly facts: Set<string>
  until?: Instant | undefined
  untilBasis?: Episode['untilBasis']
  unconfirmed: boolean
  /** Neither before nor after the others: nobody knows when it was. */
  isAside: boolean
}

/** Episodes in the order they are lived; at most one is open. Calls on no episode do nothing but for `confirm`, which waits. */
export class EpisodeBuilder {
  readonly #episodes: OpenEpisode[] = []
  #open: OpenEpisode | undefined
  /** Snapshots that show a set-up just before its creation was stamped. */
  readonly #waiting: string[] = []

  start({ at, basis }: { readonly at: Instant | undefined; readonly basis: Episode['fromBasis'] }): void {
    this.#open = {
      from: at,
      fromBasis: basis,
      states: [],
      changes: [],
      facts: new Set(this.#waiting.splice(0)),
      unconfirmed: false,
      isAside: false,
    }
    this.#episodes.push(this.#open)
  }

  /** Leaves the open episode as it is: what comes next neither ends nor changes it. */
  setAside(): void {
    if (this.#open !== undefined) this.#open.isAside = true
    this.#open = undefined
  }

  pushState(state: SessionState): void {
    this.#open?.states.push(state)
    if (state.because.by === 'snapshot') this.#open?.facts.add(state.because.fact)
    if (state.unlogged !== undefined) this.#open?.facts.add(state.unlogged.earlierFact)
  }

  /** Details of the present state that are no difference (a description learned later). */
  amend(session: MirrorSession): void {
    const states = this.#open?.states
    const last = states?.at(-1)
    if (states !== undefined && last !== undefined) states[states.length - 1] = { ...last, session }
  }

  /** Takes back the newest states that rest on spoofable records alone, where they come to what a better record now says. */
  dropHearsay(isSame: (state: SessionState) => boolean): void {
    const states = this.#open?.states ?? []
    const last = states.at(-1)
    if (last?.spoofable !== true || !isSame(last)) return
    states.splice(states.findLastIndex((state) => state.spoofable !== true) + 1)
  }

  /** Adds a fact to the newest life in which the set-up once was as described; false when there is none. */
  attest(fact: string, isSame: (state: SessionState) => boolean): boolean {
    const episode = this.#episodes.findLast(({ states }) => states.some(isSame))
    episode?.facts.add(fact)
    return episode !== undefined
  }

  change(change: Change): void {
    this.#open?.changes.push(change)
    for (const fact of change.facts) this.#open?.facts.add(fact)
  }

  confirm(fact: string): void {
    const episode = this.#open ?? this.#episodes.findLast(({ isAside }) => !isAside)
    if (episode === undefined) this.#waiting.push(fact)
    else episode.facts.add(fact)
  }

  end({
    at,
    basis,
    unconfirmed,
    fact,
  }: {
    readonly at: Instant | undefined
    readonly basis: 'change' | 'absent-in-snapshot'
    readonly unconfirmed?: boolean
    readonly fact?: string
  }): void {
    if (this.#open === undefined) return
    this.#open.until = at
    this.#open.untilBasis = basis
    this.#open.unconfirmed = unconfirmed === true
    if (fact !== undefined) this.#open.facts.add(fact)
    this.#open = undefined
  }

  /** What was true at some moment since an instant: each state, and nothing where an episode began or ended after it. */
  statesSince(since: Instant): readonly (EditedSession | undefined)[] {
    const found: (EditedSession | undefined)[] = []
    for (const episode of this.#episodes.filter(({ isAside }) => !isAside)) {
      const hasBegun = episode.from !== undefined && episode.from >= since
      const hasEnded = episode.until !== undefined && episode.until >= since
      if (hasBegun || hasEnded) found.push(undefined)
      if (episode.untilBasis === undefined || hasEnded) found.push(...statesOf(episode, since))
    }
    return found
  }

  finish(): readonly Episode[] {
    return this.#episodes.map((episode, ordinal) => ({
      ordinal,
      ...(episode.from === undefined ? {} : { from: episode.from }),
      fromBasis: episode.fromBasis,
      ...(episode.until === undefined ? {} : { until: episode.until }),
      ...(episode.untilBasis === undefined ? {} : { untilBasis: episode.untilBasis }),
      states: episode.states,
      changes: episode.changes,
      unconfirmed: episode.unconfirmed,
      runningFacts: [],
      facts: [...episode.facts].sort(byText),
    }))
  }
}

/** States that held at or after an instant: those begun since, and the one before them. */
function statesOf(episode: OpenEpisode, since: Instant): readonly EditedSession[] {
  const firstSince = episode.states.findIndex((state) => state.from !== undefined && state.from >= since)
  const from = firstSince === -1 ? episode.states.length - 1 : Math.max(0, firstSince - 1)
  return episode.states.slice(from).map(({ session }) => ({ session }))
}
