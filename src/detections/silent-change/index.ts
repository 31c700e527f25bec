/** Asks whether a session changed while the logs that would have said so were heard, and said nothing. */
import type { Leg } from '../../facts/schema-parts.ts'
import type { SessionState, UnloggedDifference } from '../../timeline/episode.ts'
import { factsOf } from '../_approval/evidence.ts'
import { isRoleInFocus } from '../_tuning/focus.ts'
import { capitalise, nameSetup } from '../_wording/names.ts'
import { sayTime } from '../_wording/times.ts'
import type { Detection, DetectionContext, Reason } from '../contract.ts'
import { content } from './content.ts'
import { describeChange } from './describe-change.ts'

export const detection: Detection = {
  id: 'silent-change',
  version: 1,
  title: 'Mirror session changed and nobody logged it',
  question:
    'Does a snapshot show a difference that no record explains, though the command log was heard all the while?',
  attack: ['T1020.001', 'DET0403', 'AN1132'],
  needs: ['snapshot', 'fragment', 'change', 'seen'],
  tuning: ['DeviceRole'],
  content,
  evaluate(setup, context) {
    if (!isRoleInFocus(context)) return []
    const name = capitalise(nameSetup(setup, context))
    return setup.episodes.flatMap(({ states }) =>
      states.flatMap((state, index) => look(states[index - 1], state, { name, context })),
    )
  },
}

interface Asked {
  readonly name: string
  readonly context: DetectionContext
}

/** With no channel alive across the gap, nothing is proven: that is a blind spot of the coverage, not a reason. */
function look(before: SessionState | undefined, after: SessionState, { name, context }: Asked): readonly Reason[] {
  const { unlogged } = after
  if (unlogged === undefined || unlogged.aliveLegs.length === 0) return []
  const what =
    before === undefined ? 'appeared' : `changed (${describeChange(named(before, context), named(after, context))})`
  const copied = context.timeline.signals.filter((signal) => isCopiedIn(signal, unlogged))
  const [first] = copied
  const how =
    first === undefined ? '' : `; in that time ${first.detail} at ${sayTime(first.effectiveAt ?? first.time.at)}`
  const statement = `${name} ${what} ${sayGap(unlogged)}${how}.`
  const evidence = [unlogged.earlierFact, ...factsOf([after]), ...copied.map(({ id }) => id)]
  return [{ statement, evidence: [...new Set(evidence)].sort(), verdict: 'unexplained' }]
}

/** A file that is merged in brings its lines without logging them. */
function isCopiedIn(
  { signal, outcome, effectiveAt, time }: DetectionContext['timeline']['signals'][number],
  { since, until }: UnloggedDifference,
): boolean {
  const at = effectiveAt ?? time.at
  return (
    signal === 'configuration-copied-in' && outcome === 'accepted' && at !== undefined && at >= since && at <= until
  )
}

function named({ session, from }: SessionState, { matchEarlier }: DetectionContext) {
  return { session, names: { collectors: matchEarlier(session, from).collectors } }
}

const LEG_WORDS: Readonly<Record<Leg, string>> = {
  config: 'the configuration archive',
  log: 'the command log',
  aaa: 'AAA accounting',
  flow: 'flow records',
  audit: 'the audit trail',
}

function sayGap({ since, until, aliveLegs }: UnloggedDifference): string {
  const heard = aliveLegs.map((leg) => LEG_WORDS[leg]).join(' and ')
  const were = aliveLegs.length > 1 ? 'were' : 'was'
  return `between the snapshots of ${sayTime(since)} and ${sayTime(until)}, and nobody logged it, though ${heard} ${were} heard across the gap`
}
