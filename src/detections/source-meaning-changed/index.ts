/** Asks whether the same words copy more than they did. */
import type { MirrorSession } from '../../facts/mirror-session.ts'
import type { SessionState } from '../../timeline/episode.ts'
import { factsOf } from '../_approval/evidence.ts'
import { judgeCopy } from '../_approval/judge-copy.ts'
import { capitalise, nameSetup } from '../_wording/names.ts'
import { sayTime } from '../_wording/times.ts'
import type { Detection, Reason } from '../contract.ts'

/** Entries told of one name; the rest are counted. */
const MAX_ENTRIES = 3

export const detection: Detection = {
  id: 'source-meaning-changed',
  version: 1,
  title: 'Same words, wider meaning',
  question: 'Do the filter, VLAN or channel that the session names stand for more than when it was set up?',
  attack: ['T1020.001', 'DET0403', 'AN1132'],
  needs: ['snapshot'],
  tuning: [],
  evaluate(setup, context) {
    const answer = judgeCopy(setup, context)?.judgement.answer
    if (answer === undefined) return []
    const name = capitalise(nameSetup(setup, context))
    const verdict = answer === 'approved' ? { verdict: 'needs-review' as const } : {}
    const { states } = context.episode
    return states.flatMap((state, index) =>
      look(states[index - 1], state, name).map((reason) => ({ ...reason, ...verdict })),
    )
  },
}

function look(before: SessionState | undefined, after: SessionState, name: string): readonly Reason[] {
  if (after.meaningChanged !== true || before === undefined) return []
  return widened(before.session, after.session).map(({ reference, entries }) => ({
    statement: `${name} reads as before, but ${reference} stands for more since ${sayTime(after.from)}: ${entries}.`,
    evidence: [...new Set(factsOf([before, after]))].sort(),
  }))
}

interface Widening {
  readonly reference: string
  readonly entries: string
}

/** What lets more through: an entry more, or one less that denied. Fewer entries that permit are no news. */
function widened(
  { references: before = {} }: MirrorSession,
  { references: after = {} }: MirrorSession,
): readonly Widening[] {
  return Object.entries(after).flatMap(([reference, entries]) => {
    const earlier = before[reference]
    if (earlier === undefined) return []
    const added = entries.filter((entry) => !earlier.includes(entry) && !isDenial(entry))
    const dropped = earlier.filter((entry) => !entries.includes(entry) && isDenial(entry))
    const told = [...added.map((entry) => `new ${entry}`), ...dropped.map((entry) => `without ${entry}`)]
    return told.length === 0 ? [] : [{ reference, entries: listed(told) }]
  })
}

function isDenial(entry: string): boolean {
  return /^(?:\d+ )?(?:deny|drop|discard|reject)\b/i.test(entry)
}

function listed(parts: readonly string[]): string {
  const rest = parts.length - MAX_ENTRIES
  return parts.slice(0, MAX_ENTRIES).join(', ') + (rest > 0 ? ` and ${rest} more` : '')
}
