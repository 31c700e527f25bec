/** Since when a copy is as it is told, and whose changes made it so. What it was before stands in its episodes. */
import type { MirrorSession } from '../facts/mirror-session.ts'
import { canonicalJson } from '../kit/canonical-json.ts'
import { MINUTE_MS } from '../kit/durations.ts'
import { gapMs, type Instant } from '../kit/instant.ts'
import type { Change, SessionState, UnloggedDifference } from '../timeline/episode.ts'
import { toClaim } from './claims/claim.ts'

/** How long somebody may take from one line of a session to the next; what lies further apart is another act. */
const TYPING_MS = 5 * MINUTE_MS

/** Since when, how surely, and by which changes a copy is as it is. */
export interface PresentCopy {
  readonly since?: Instant | undefined
  /** `change` where a record says so; `seen` where it was only first seen then. */
  readonly basis: 'change' | 'seen'
  /** The gap between two snapshots in which it became so, where nobody logged it. */
  readonly unlogged?: UnloggedDifference | undefined
  /** The changes that made it what it is or switched it on, oldest first. */
  readonly changes: readonly Change[]
}

/** Looks back from one state of a life to the first that copied the same to the same place, a block that was typed to its head line. */
export function presentCopyOf(states: readonly SessionState[], index: number): PresentCopy {
  const told = states[index]
  if (told === undefined) return { basis: 'seen', changes: [] }
  const became = states.slice(0, index).findLastIndex((state) => !isSameContent(state.session, told.session)) + 1
  const first = firstLine(states, became)
  const made = states.slice(first, index + 1).filter((_, offset) => {
    const at = first + offset
    return at <= became || isSwitchedOn(states[at - 1], states[at])
  })
  const begin = states[first] ?? told
  return {
    ...(begin.from === undefined ? {} : { since: begin.from }),
    basis: begin.because.by === 'change' ? 'change' : 'seen',
    ...(begin.unlogged === undefined ? {} : { unlogged: begin.unlogged }),
    changes: made.flatMap(({ because }) => (because.by === 'change' ? because.change : [])),
  }
}

/** Whether two sessions copy the same to the same place, whatever they are called and whether they run. */
export function isSameContent(a: MirrorSession, b: MirrorSession): boolean {
  return contentText(a) === contentText(b)
}

function contentText(session: MirrorSession): string {
  const { sources, direction, destinations, filter } = toClaim({ episode: 0, session, actors: [], reasons: [] })
  return canonicalJson([sources, direction, destinations, filter])
}

/** A session typed line by line is one act: half a session is no copy of its own. */
function firstLine(states: readonly SessionState[], became: number): number {
  let first = became
  while (isTypedOn(states[first - 1], states[first])) first--
  return first
}

function isTypedOn(before: SessionState | undefined, after: SessionState | undefined): boolean {
  if (before?.session.incomplete !== true || before.because.by !== 'change' || after?.because.by !== 'change')
    return false
  const [a, b] = [before.because.change, after.because.change]
  if (a.at === undefined || b.at === undefined) return false
  return a.actor.account === b.actor.account && gapMs(a.at, b.at) <= TYPING_MS
}

function isSwitchedOn(before: SessionState | undefined, after: SessionState | undefined): boolean {
  return before?.session.enabled !== true && after?.session.enabled === true
}
