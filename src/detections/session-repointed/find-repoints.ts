/** Finds the moments at which the destinations of a session became others. */
import type { MirrorDestination } from '../../facts/mirror-session.ts'
import { MINUTE_MS } from '../../kit/durations.ts'
import { gapMs } from '../../kit/instant.ts'
import type { Episode, SessionState } from '../../timeline/episode.ts'

/** How long somebody may take to type a session line by line; a second destination within it is part of setting it up. */
const TYPING_MS = 5 * MINUTE_MS

/** Two states of one life, both with a destination, the later with one that the earlier did not have. */
export interface Repoint {
  readonly before: SessionState
  readonly after: SessionState
}

/** The re-points of one life, oldest first. A destination taken away and another one typed later is one re-point. */
export function findRepoints(episode: Episode): readonly Repoint[] {
  const pointed = episode.states.filter(({ session }) => session.destinations.length > 0)
  return pointed.flatMap((after, index) => {
    const before = pointed[index - 1]
    if (before === undefined || !hasNewEnd(before, after) || isStillBeingTyped(before, after, episode)) return []
    return [{ before, after }]
  })
}

function hasNewEnd(before: SessionState, after: SessionState): boolean {
  return after.session.destinations.some((end) => !before.session.destinations.some((known) => isSameEnd(known, end)))
}

/** How a copy is wrapped on its way does not make it another destination. */
function isSameEnd(a: MirrorDestination, b: MirrorDestination): boolean {
  return (
    a.interface === b.interface && a.vlan === b.vlan && a.ip === b.ip && a.resource === b.resource && a.file === b.file
  )
}

function isStillBeingTyped(before: SessionState, after: SessionState, { from, fromBasis }: Episode): boolean {
  if (fromBasis !== 'change' || before.because.by !== 'change' || after.because.by !== 'change') return false
  const isSameHand = before.because.change.actor.account === after.because.change.actor.account
  const isSoon = from !== undefined && after.from !== undefined && gapMs(from, after.from) <= TYPING_MS
  const keepsAll = before.session.destinations.every((end) =>
    after.session.destinations.some((later) => isSameEnd(later, end)),
  )
  return isSameHand && isSoon && keepsAll
}
