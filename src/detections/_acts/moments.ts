/** How far a related act (a cut of the logs, a fallback, a new image) is from what happened to a session. */
import { gapMs, type Instant } from '../../kit/instant.ts'
import type { Change, Episode } from '../../timeline/episode.ts'
import { sayDuration, sayTime } from '../_wording/times.ts'

/** When something happened to a session: an instant for a change, a gap between two snapshots where nobody logged it. */
export interface Moment {
  readonly from: Instant
  readonly until: Instant
  readonly errorMs: number
  readonly facts: readonly string[]
}

/** The moment nearest to an act, and whether the clocks are good enough to say that it is inside the window. */
export interface Closeness {
  readonly moment: Moment
  readonly distanceMs: number
  readonly isCertain: boolean
}

/** Everything that happened to a set-up in one life and has a time. */
export function toMoments(episode: Episode, isLookedAt: (change: Change) => boolean): readonly Moment[] {
  const changes = episode.changes
    .filter(isLookedAt)
    .flatMap(({ at, clockErrorMs, facts }) =>
      at === undefined ? [] : [{ from: at, until: at, errorMs: clockErrorMs, facts }],
    )
  const gaps = episode.states.flatMap(({ because, unlogged }) => {
    if (unlogged === undefined || because.by !== 'snapshot') return []
    return [{ from: unlogged.since, until: unlogged.until, errorMs: 0, facts: [unlogged.earlierFact, because.fact] }]
  })
  return [...changes, ...gaps]
}

/** The moment nearest to an act, if it may be within the window (milliseconds); of several equally near ones the first. */
export function nearestMoment(moments: readonly Moment[], at: Instant, windowMs: number): Closeness | undefined {
  const [nearest] = moments
    .map((moment) => ({ moment, distanceMs: distanceMs(moment, at) }))
    .sort((a, b) => a.distanceMs - b.distanceMs)
  if (nearest === undefined || nearest.distanceMs - nearest.moment.errorMs > windowMs) return undefined
  return { ...nearest, isCertain: nearest.distanceMs + nearest.moment.errorMs <= windowMs }
}

/** `4 min before session 4 of edge-rtr-07 was changed at 2026-11-14 03:12Z`. */
export function sayDistance({ moment, distanceMs, isCertain }: Closeness, at: Instant, name: string): string {
  if (moment.from !== moment.until)
    return `while ${name} changed between ${sayTime(moment.from)} and ${sayTime(moment.until)}`
  const side = at <= moment.from ? 'before' : 'after'
  const doubt = isCertain ? '' : ` (clocks may be off by ${sayDuration(moment.errorMs)})`
  return `${sayDuration(distanceMs)} ${side} ${name} was changed at ${sayTime(moment.from)}${doubt}`
}

function distanceMs({ from, until }: Moment, at: Instant): number {
  return Math.max(0, gapMs(at, from), gapMs(until, at))
}
