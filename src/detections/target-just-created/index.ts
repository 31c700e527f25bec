/** Asks whether a target was made for this copy. */
import { gapMs, type Instant } from '../../kit/instant.ts'
import { shortResourceName } from '../../timeline/describe-session.ts'
import { nameActor } from '../../timeline/describe-subject.ts'
import type { Episode } from '../../timeline/episode.ts'
import { factsOf } from '../_approval/evidence.ts'
import { judgeCopy } from '../_approval/judge-copy.ts'
import { capitalise, nameSetup } from '../_wording/names.ts'
import { sayDuration, sayTime } from '../_wording/times.ts'
import type { Detection, DetectionContext } from '../contract.ts'

export const detection: Detection = {
  id: 'target-just-created',
  version: 1,
  title: 'Target made for the occasion',
  question: 'Was the target of the copy created just before the copy was pointed at it?',
  attack: ['T1020.001', 'DET0403', 'AN1131', 'AN0878'],
  needs: ['change'],
  tuning: ['TimeWindow'],
  evaluate(setup, context) {
    const judged = judgeCopy(setup, context)
    const target = judged?.state.session.details?.targetId
    if (judged === undefined || judged.judgement.answer === 'approved' || target === undefined) return []
    const pointedAt = pointedAtFrom(context.episode, target)
    const made = creationOf(target, context)
    if (pointedAt === undefined || made === undefined) return []
    const beforeMs = gapMs(made.at, pointedAt)
    if (beforeMs < 0 || beforeMs > context.inventory.tuning.TimeWindow * 1000) return []
    const statement = `${capitalise(nameSetup(setup, context))} was pointed at ${shortResourceName(target)} ${sayDuration(beforeMs)} after that was created at ${sayTime(made.at)} by ${made.by}.`
    return [{ statement, evidence: [...new Set([...factsOf([judged.state]), ...made.facts])].sort() }]
  },
}

/** Since when the session has had this target without a break. */
function pointedAtFrom({ states }: Episode, target: string): Instant | undefined {
  const other = states.findLastIndex(({ session }) => session.details?.targetId !== target)
  return states[other + 1]?.from
}

interface CreatedTarget {
  readonly at: Instant
  readonly by: string
  readonly facts: readonly string[]
}

function creationOf(target: string, { timeline }: DetectionContext): CreatedTarget | undefined {
  const object = timeline.setups.find(({ key }) => key.setupClass === 'object' && key.address.id === target)
  const creation = object?.episodes.at(-1)?.changes[0]
  if (creation?.at === undefined || object?.episodes.at(-1)?.fromBasis !== 'change') return undefined
  return { at: creation.at, by: nameActor(creation.actor), facts: creation.facts }
}
