/**
 * The fold: changes and snapshots of one set-up, in time order, become its episodes.
 *
 * A change within clock error plus the collection window fits either side of a snapshot. A logged change that the next in-scope
 * snapshot does not show is unconfirmed. A difference that nobody logged is kept with how well the channels were heard across
 * the gap. A spoofable record may show a set-up, never end it.
 */
import { applyEdits, type EditedSession } from '../../facts/apply-edits.ts'
import type { ObservedSession, SnapshotFact } from '../../facts/fact.ts'
import type { Leg } from '../../facts/schema-parts.ts'
import { MINUTE_MS } from '../../kit/durations.ts'
import { type Instant, shiftInstant } from '../../kit/instant.ts'
import type { DraftChange } from '../changes/draft-change.ts'
import type { Episode, UnloggedDifference } from '../episode.ts'
import { EpisodeBuilder } from './episode-builder.ts'
import { isSameCopy } from './same-session.ts'

/** How long a collector may take between reading a device and stamping the copy. */
export const COLLECTION_WINDOW_MS = 15 * MINUTE_MS

/** A snapshot as one set-up sees it: the session it shows, or none though the set-up is inside its declared scope. */
export interface Sighting {
  readonly at: Instant
  readonly fact: SnapshotFact
  readonly observed?: ObservedSession | undefined
}

/** What speaks of one set-up. */
export interface FoldInput {
  readonly name: string
  /** Accepted changes in time order. */
  readonly changes: readonly DraftChange[]
  /** Dated snapshots that show the set-up or could have, in time order. */
  readonly sightings: readonly Sighting[]
  /** Undated snapshots that show it: presence at some time, no order. */
  readonly undated: readonly { readonly fact: SnapshotFact; readonly observed: ObservedSession }[]
  readonly aliveAcross: (since: Instant, until: Instant) => readonly Leg[]
}

/** Folds one set-up; no episode when it was never there. */
export function foldSetup(input: FoldInput): readonly Episode[] {
  const dated = new Fold(input, undefined).run()
  const [undated] = input.undated
  if (undated === undefined) return dated.finish([])
  if (dated.explains(undated.observed)) return dated.finish(input.undated)
  return new Fold(input, undated).run().finish(input.undated)
}

/** One pass over the events of one set-up. */
class Fold {
  readonly #input: FoldInput
  readonly #episodes = new EpisodeBuilder()
  #current: EditedSession | undefined
  #lastSighting: Sighting | undefined
  #confirmed = false

  constructor(input: FoldInput, base: FoldInput['undated'][number] | undefined) {
    this.#input = input
    if (base !== undefined) this.#startFrom(base)
  }

  /** An undated snapshot is the ground on which dated changes stand. */
  #startFrom({ fact, observed }: FoldInput['undated'][number]): void {
    this.#current = { session: observed.session }
    this.#episodes.start({ at: undefined, basis: 'undated' })
    this.#episodes.pushState({
      session: observed.session,
      because: { by: 'snapshot', fact: fact.id, lines: observed.lines },
    })
  }

  run(): this {
    const { changes, sightings } = this.#input
    let next = 0
    for (const sighting of sightings) {
      while (changes[next] !== undefined && (changes[next]?.change.at ?? '') <= sighting.at)
        this.#applyChange(changes[next++])
      // Changes just after the stamp may already be in what was read.
      if (this.#explainedByNearChange(sighting, next)) this.#note(sighting)
      else this.#applySighting(sighting)
      this.#lastSighting = sighting
    }
    while (next < changes.length) this.#applyChange(changes[next++])
    return this
  }

  explains(observed: ObservedSession): boolean {
    return this.#current !== undefined && isSameCopy(this.#current.session, observed.session)
  }

  finish(undated: FoldInput['undated']): readonly Episode[] {
    for (const { fact } of undated) this.#episodes.confirm(fact.id)
    return this.#episodes.finish()
  }

  #applyChange(draft: DraftChange | undefined): void {
    if (draft === undefined) return
    const after = applyEdits(this.#current, draft.edits, this.#input.name)
    if (after === undefined) return this.#end(draft)
    if (this.#current === undefined) {
      this.#episodes.start({ at: draft.change.at, basis: 'change' })
      this.#confirmed = false
    }
    this.#episodes.change(draft.change)
    const isNews =
      this.#current === undefined ||
      !isSameCopy(this.#current.session, after.session) ||
      this.#current.session.enabled !== after.session.enabled
    if (isNews)
      this.#episodes.pushState({
        from: draft.change.at,
        session: after.session,
        because: { by: 'change', change: draft.change },
      })
    else this.#episodes.amend(after.session)
    this.#current = after
  }

  #end(draft: DraftChange): void {
    if (this.#current === undefined) return
    this.#episodes.change(draft.change)
    if (draft.change.trust === 'spoofable') return
    this.#episodes.end({ at: draft.change.at, basis: 'change' })
    this.#current = undefined
  }

  #applySighting(sighting: Sighting): void {
    const { observed } = sighting
    if (observed === undefined) this.#seeAbsent(sighting)
    else this.#seePresent(sighting, observed)
  }

  #seeAbsent(sighting: Sighting): void {
    if (this.#current === undefined) return
    this.#episodes.end({
      at: sighting.at,
      basis: 'absent-in-snapshot',
      unconfirmed: !this.#confirmed,
      fact: sighting.fact.id,
    })
    this.#current = undefined
  }

  #seePresent(sighting: Sighting, observed: ObservedSession): void {
    const because = { by: 'snapshot' as const, fact: sighting.fact.id, lines: observed.lines }
    if (this.#current === undefined) this.#episodes.start({ at: sighting.at, basis: 'snapshot' })
    const isKnown = this.#current !== undefined && isSameCopy(this.#current.session, observed.session)
    this.#confirmed = true
    if (isKnown) {
      this.#episodes.confirm(sighting.fact.id)
      this.#episodes.amend(observed.session)
    } else {
      const unlogged = this.#unlogged(sighting)
      this.#episodes.pushState({
        from: sighting.at,
        session: observed.session,
        because,
        ...(unlogged === undefined ? {} : { unlogged }),
      })
    }
    this.#current = { session: observed.session, declaredKind: this.#current?.declaredKind }
  }

  /** Only an earlier in-scope snapshot makes a difference one: the first sight of a session is no change. */
  #unlogged(sighting: Sighting): UnloggedDifference | undefined {
    const earlier = this.#lastSighting
    if (earlier === undefined) return undefined
    const aliveLegs = this.#input.aliveAcross(earlier.at, sighting.at)
    return { since: earlier.at, until: sighting.at, earlierFact: earlier.fact.id, aliveLegs }
  }

  /** Whether the snapshot shows the set-up as it was, or will be, within the window around its stamp. */
  #explainedByNearChange(sighting: Sighting, next: number): boolean {
    return this.#shows(sighting, this.#before(sighting, next)) || this.#showsLater(sighting, next)
  }

  /** The states that near changes before the stamp had replaced: the device may have been read before them. */
  #before(sighting: Sighting, next: number): readonly (EditedSession | undefined)[] {
    const near = this.#input.changes.slice(0, next).filter((draft) => isNear(draft, sighting))
    if (near.length === 0) return []
    return this.#episodes.statesSince(shiftInstant(sighting.at, -COLLECTION_WINDOW_MS - maxError(near)))
  }

  #showsLater(sighting: Sighting, next: number): boolean {
    let state = this.#current
    for (const draft of this.#input.changes.slice(next)) {
      if (!isNear(draft, sighting)) break
      state = applyEdits(state, draft.edits, this.#input.name)
      if (this.#shows(sighting, [state])) return true
    }
    return false
  }

  #shows({ observed }: Sighting, states: readonly (EditedSession | undefined)[]): boolean {
    return states.some((state) =>
      observed === undefined ? state === undefined : state !== undefined && isSameCopy(state.session, observed.session),
    )
  }

  /** The snapshot speaks for the set-up without changing what is known. */
  #note(sighting: Sighting): void {
    if (sighting.observed === undefined) return
    this.#confirmed = true
    this.#episodes.confirm(sighting.fact.id)
  }
}

function isNear(draft: DraftChange, { at }: Sighting): boolean {
  const reachMs = COLLECTION_WINDOW_MS + draft.change.clockErrorMs
  const when = draft.change.at
  return when !== undefined && when >= shiftInstant(at, -reachMs) && when <= shiftInstant(at, reachMs)
}

function maxError(drafts: readonly DraftChange[]): number {
  return Math.max(...drafts.map((draft) => draft.change.clockErrorMs))
}
