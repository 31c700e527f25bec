/** What differs between two states of one session, in words. */
import type { MirrorSession } from '../../facts/mirror-session.ts'
import { describeDestinations, describeSources } from '../../timeline/describe-session.ts'

/** `destination 198.51.100.9 → 203.0.113.66; filter none → 101`; `details` when no member that has words differs. */
export function describeChange(before: MirrorSession, after: MirrorSession): string {
  const members: readonly (readonly [string, (session: MirrorSession) => string])[] = [
    ['sources', describeSources],
    ['destination', (session) => describeDestinations(session)],
    ['filter', ({ filter }) => filter ?? 'none'],
    ['state', ({ enabled }) => STATE_WORDS[String(enabled)] ?? 'unknown'],
  ]
  const changed = members.flatMap(([member, say]) => {
    const [from, to] = [say(before), say(after)]
    return from === to ? [] : [`${member} ${from} → ${to}`]
  })
  return changed.length === 0 ? 'details' : changed.join('; ')
}

const STATE_WORDS: Readonly<Record<string, string>> = { true: 'on', false: 'shut down' }
