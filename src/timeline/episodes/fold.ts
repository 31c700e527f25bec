/**
 * The fold: changes and snapshots of one set-up, in time order, become its episodes.
 *
 * A change within clock error plus the collection window fits either side of a snapshot. A logged change that the next in-scope
 * snapshot does not show is unconfirmed. A difference that nobody logged is kept with how well the channels were heard across
 * the gap. A spoofable record may show a set-up, never end it.
 */
import { applyEdits, type EditedSession } from '../../facts/apply-edits.ts'
import type { ObservedSession, SnapshotFact } from '../../facts/fact.ts'
import type { Leg, Trust } from '../../facts/schema-parts.ts'
import { canonicalJson } from '../../kit/canonical-json.ts'
import { MINUTE_MS } from '../../kit/durations.ts'
import { type Instant, shiftInstant } from '../../kit/instant.ts'
import type { DraftChange } from '../changes/draft-change.ts'
import type { Episode, SessionState, UnloggedDifference } from '../episode.ts'
import { EpisodeBuilder } from './episode-builder.ts'
import { isSameCopy } from './same-session.ts'
import { isLessened } from './spoofable.ts'

/** How long a collector may take between reading a device and stamping the copy. */
export const COLLECTION_WINDOW_MS = 15 * MINUTE_MS

/** A snapshot as one set-up sees it: the session it shows, or none though the set-up is inside its declared scope. */
export interface Sighting {
  readonly at: Instant
  readonly fact: SnapshotFact
  readonly observed?: ObservedSession | undefined
}

/** A snapshot that shows the set-up at a time nobody knows. */
interface UndatedSighting {
  readonly fact: SnapshotFact
  readonly observed: ObservedSession
}

/** What speaks of one set-up. */
export interface FoldInput {
  readonly name: string
  /** Accepted changes in time order. */
  readonly changes: readonly DraftChange[]
  /** Dated snapshots that show the set-up or could have, in time order. */
  readonly sightings: readonly Sighting[]
  /** Undated snapshots that show it: presence at some time, no order. */
  readonly undated: readonly UndatedSighting[]
  readonly aliveAcross: (since: Instant, until: Instant) => readonly Leg[]
}

/** Folds one set-up; no episode when it was never there. */
export function foldSetup(input: FoldInput): readonly Episode[] {
  const dated = new Fold(input, []).run()
  const unexplained = input.undated.filter((sighting) => !dated.attest(sighting))
  if (unexplained.length === 0) return dated.finish()
  const whole = new Fold(input, distinctCopies(unexplained)).run()
  for (const sighting of input.undated) whole.attest(sighting)
  return whole.finish()
}

function distinctCopies(undated: readonly UndatedSighting[]): readonly UndatedSighting[] {
  return undated.filter(
    ({ observed }, index) =>
      undated.findIndex((other) => isSameCopy(other.observed.session, observed.session)) === index,
  )
}

/** One pass over the events of one set-up. */
class Fold {
  readonly #input: FoldInput
  readonly #episodes = new EpisodeBuilder()
  #current: EditedSession | undefined
  /** What is known without records that anyone could have sent. */
  #firm: EditedSession | undefined
  #lastSighting: Sighting | undefined
  #confirmed = false

  constructor(input: FoldInput, undated: readonly UndatedSighting[]) {
    this.#input = input
    for (const sighting of undated) this.#live(sighting)
    // Commands change what was there; a dated snapshot says by itself what was there.
    const ground = input.sightings.length === 0 ? undated.at(-1) : undefined
    if (ground === undefined) this.#episodes.setAside()
    else this.#current = { session: ground.observed.session }
    this.#firm = this.#current
  }

  /** What an undated snapshot shows was there at some time, before or after whatever has a date. */
  #live({ fact, observed }: UndatedSighting): void {
    this.#episodes.setAside()
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
      if (isFirm(sighting.fact)) this.#lastSighting = sighting
    }
    while (next < changes.length) this.#applyChange(changes[next++])
    return this
  }

  /** Adds an undated snapshot to the life in which the set-up was as it shows it; false when there is none. */
  attest({ fact, observed }: UndatedSighting): boolean {
    return this.#episodes.attest(fact.id, ({ session }) => isSameCopy(session, observed.session))
  }

  finish(): readonly Episode[] {
    return this.#episodes.finish()
  }

  #applyChange(draft: DraftChange | undefined): void {
    if (draft === undefined) return
    const firm = isFirm(draft.change)
    if (firm) this.#firm = applyEdits(this.#firm, draft.edits, this.#input.name)
    const after = applyEdits(this.#current, draft.edits, this.#input.name)
    if (this.#current === undefined && after !== undefined) {
      this.#episodes.start({ at: draft.change.at, basis: 'change' })
      this.#confirmed = false
    }
    if (this.#current !== undefined || after !== undefined) this.#episodes.change(draft.change)
    if (!firm && this.#isLess(after)) return
    if (after === undefined) this.#end(draft)
    else this.#become(after, draft)
  }

  /** Anyone could have sent it: it takes nothing away from what is known by better records. */
  #isLess(after: EditedSession | undefined): boolean {
    if (this.#current === undefined || this.#firm === undefined) return after === undefined
    return after === undefined || isLessened(this.#current.session, after.session)
  }

  #become(after: EditedSession, { change }: DraftChange): void {
    const isNews =
      this.#current === undefined ||
      !isSameCopy(this.#current.session, after.session) ||
      this.#current.session.enabled !== after.session.enabled
    if (isNews)
      this.#episodes.pushState({
        from: change.at,
        session: after.session,
        because: { by: 'change', change },
        ...(isFirm(change) ? {} : { spoofable: true }),
      })
    else this.#episodes.amend(after.session)
    this.#current = after
  }

  #end(draft: DraftChange): void {
    if (this.#current === undefined) return
    this.#episodes.end({ at: draft.change.at, basis: 'change' })
    this.#current = undefined
  }

  #applySighting(sighting: Sighting): void {
    const { observed } = sighting
    if (observed === undefined) this.#seeAbsent(sighting)
    else this.#seePresent(sighting, observed)
  }

  #seeAbsent(sighting: Sighting): void {
    this.#firm = undefined
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
    if (!isFirm(sighting.fact)) return this.#hearSay(sighting, observed)
    if (this.#current === undefined) this.#episodes.start({ at: sighting.at, basis: 'snapshot' })
    const isKnown = [this.#firm, this.#current].every(
      (known) => known !== undefined && isSameCopy(known.session, observed.session),
    )
    this.#confirmed = true
    if (isKnown && this.#meansOther(observed)) {
      this.#episodes.pushState({ ...shownBy(sighting, observed), meaningChanged: true })
    } else if (isKnown) {
      this.#episodes.confirm(sighting.fact.id)
      this.#episodes.amend(observed.session)
    } else {
      const unlogged = this.#unlogged(sighting)
      this.#episodes.dropHearsay(({ session }) => isSameCopy(session, observed.session))
      this.#episodes.pushState({ ...shownBy(sighting, observed), ...(unlogged === undefined ? {} : { unlogged }) })
    }
    this.#current = { session: observed.session, declaredKind: this.#current?.declaredKind }
    this.#firm = this.#current
  }

  /** Whether a name in the session stands for something else than it did in the last snapshot that resolved it. */
  #meansOther({ session }: ObservedSession): boolean {
    const before = this.#current?.session.references ?? {}
    const now = session.references ?? {}
    return Object.keys(now).some(
      (name) => before[name] !== undefined && canonicalJson(before[name]) !== canonicalJson(now[name]),
    )
  }

  /** A snapshot that anyone could have sent shows something, and explains nothing. */
  #hearSay(sighting: Sighting, observed: ObservedSession): void {
    const before = this.#current?.session
    if (before === undefined) this.#episodes.start({ at: sighting.at, basis: 'snapshot' })
    if (before !== undefined && (isSameCopy(before, observed.session) || isLessened(before, observed.session)))
      return this.#episodes.confirm(sighting.fact.id)
    this.#episodes.pushState({ ...shownBy(sighting, observed), spoofable: true })
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
    const near = this.#input.changes.slice(0, next).filter((draft) => isFirm(draft.change) && isNear(draft, sighting))
    if (near.length === 0) return []
    return this.#episodes.statesSince(shiftInstant(sighting.at, -COLLECTION_WINDOW_MS - maxError(near)))
  }

  #showsLater(sighting: Sighting, next: number): boolean {
    let state = this.#firm
    for (const draft of this.#input.changes.slice(next)) {
      if (!isNear(draft, sighting)) break
      if (!isFirm(draft.change)) continue
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

function shownBy({ at, fact }: Sighting, observed: ObservedSession): SessionState {
  return { from: at, session: observed.session, because: { by: 'snapshot', fact: fact.id, lines: observed.lines } }
}

function isFirm({ trust }: { readonly trust: Trust }): boolean {
  return trust !== 'spoofable'
}

function isNear(draft: DraftChange, { at }: Sighting): boolean {
  const reachMs = COLLECTION_WINDOW_MS + draft.change.clockErrorMs
  const when = draft.change.at
  return when !== undefined && when >= shiftInstant(at, -reachMs) && when <= shiftInstant(at, reachMs)
}

function maxError(drafts: readonly DraftChange[]): number {
  return Math.max(...drafts.map((draft) => draft.change.clockErrorMs))
}
