/** What differs between two states of one session, in words. */
import type { MirrorSession } from '../../facts/mirror-session.ts'
import { describeDestinations, describeSources, type EndNames } from '../../timeline/describe-session.ts'

/** One state of a session, and what its ends are called. */
interface NamedState {
  readonly session: MirrorSession
  readonly names: EndNames
}

/** `destination ids-1 → 203.0.113.66; filter none → 101`; `details` when no member that has words differs. */
export function describeChange(before: NamedState, after: NamedState): string {
  const members: readonly (readonly [string, (state: NamedState) => string])[] = [
    ['sources', ({ session }) => describeSources(session)],
    ['destination', ({ session, names }) => describeDestinations(session, names)],
    ['filter', ({ session }) => session.filter ?? 'none'],
    ['state', ({ session: { enabled } }) => STATE_WORDS[String(enabled)] ?? 'unknown'],
  ]
  const changed = members.flatMap(([member, say]) => {
    const [from, to] = [say(before), say(after)]
    return from === to ? [] : [`${member} ${from} → ${to}`]
  })
  return changed.length === 0 ? 'details' : changed.join('; ')
}

const STATE_WORDS: Readonly<Record<string, string>> = { true: 'on', false: 'shut down' }
