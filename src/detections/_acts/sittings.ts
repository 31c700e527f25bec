/**
 * Many commands make one session: what one account did to a set-up in one sitting is told once. Questions about how an act was
 * done (ticket, window, administrator) ask about sittings.
 */
import { MINUTE_MS } from '../../kit/durations.ts'
import { gapMs, type Instant } from '../../kit/instant.ts'
import type { Change } from '../../timeline/episode.ts'
import type { Setup } from '../../timeline/setup.ts'
import { isChangeInFocus } from '../_tuning/focus.ts'
import type { DetectionContext } from '../contract.ts'

/** A pause longer than this begins another sitting. */
const PAUSE_MS = 30 * MINUTE_MS

/** What one account did in one go, oldest change first; at least one. */
export interface Sitting {
  readonly first: Change
  readonly changes: readonly Change[]
  readonly from?: Instant | undefined
  readonly until?: Instant | undefined
  /** Every record of it, sorted. */
  readonly facts: readonly string[]
}

/** The sittings of the last life of a mirror, in time order; none of anything else, whose acts are told with the mirrors they serve. */
export function mirrorSittings(setup: Setup, context: DetectionContext): readonly Sitting[] {
  return setup.key.setupClass === 'mirror' ? sittingsOf(context) : []
}

/** The sittings of the last life of any set-up, in time order. Records that anyone could have sent tell none. */
export function sittingsOf(context: DetectionContext): readonly Sitting[] {
  const changes = context.episode.changes.filter(
    (change) => change.outcome === 'accepted' && change.trust !== 'spoofable' && isChangeInFocus(change, context),
  )
  const byActor = Map.groupBy(changes, ({ actor }) => actor.account?.toLowerCase() ?? '')
  return [...byActor.values()]
    .flatMap(splitByPause)
    .map(toSitting)
    .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
}

function splitByPause(changes: readonly Change[]): readonly (readonly Change[])[] {
  const parts: Change[][] = []
  for (const change of changes) {
    const open = parts.at(-1)
    const last = open?.at(-1)
    if (open === undefined || last === undefined || isPause(last, change)) parts.push([change])
    else open.push(change)
  }
  return parts
}

function isPause(last: Change, next: Change): boolean {
  return last.at !== undefined && next.at !== undefined && gapMs(last.at, next.at) > PAUSE_MS
}

function toSitting(changes: readonly Change[]): Sitting {
  const [first] = changes
  if (first === undefined) throw new RangeError('a sitting without a change')
  const dated = changes.flatMap(({ at }) => at ?? [])
  const facts = changes.flatMap((change) => [
    ...change.facts,
    ...(change.login === undefined ? [] : [change.login.fact]),
  ])
  const [from] = dated
  const until = dated.at(-1)
  return {
    first,
    changes,
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    facts: [...new Set(facts)].sort(),
  }
}
