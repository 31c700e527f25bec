/** Asks whether the approval of a copy holds at this time. */
import type { Instant } from '../../kit/instant.ts'
import { sayBound } from '../../kit/say-instant.ts'
import { factsOf } from '../_approval/evidence.ts'
import { type Judgement, judgeCopy } from '../_approval/judge-copy.ts'
import { nameSetup } from '../_wording/names.ts'
import type { Detection } from '../contract.ts'

export const detection: Detection = {
  id: 'approval-expired',
  version: 1,
  title: 'Mirror session outside the time of its approval',
  question: 'Is the copy there while its approval holds?',
  attack: ['T1020.001', 'DET0403', 'AN1131', 'AN1132'],
  needs: ['snapshot', 'fragment', 'change'],
  tuning: [],
  evaluate(setup, context) {
    const judged = judgeCopy(setup, context)
    if (judged?.judgement.answer !== 'expired') return []
    const { outOfTime } = judged.judgement
    const statement = `Approval ${outOfTime.approval.id} of ${nameSetup(setup, context)} ${sayCrossed(outOfTime, judged.at)}.`
    return [
      {
        statement,
        evidence: factsOf(context.episode.states),
        verdict: 'expired',
        values: { approval: outOfTime.approval.id },
      },
    ]
  },
}

type OutOfTime = Extract<Judgement, { answer: 'expired' }>['outOfTime']

/** The bound that was crossed: `begins 2026-12-01` before the time, else `ended 2026-11-05`. */
function sayCrossed({ validFrom, validUntil }: OutOfTime, at: Instant): string {
  if (validFrom !== undefined && validFrom > at) return `begins ${sayBound(validFrom)}`
  return validUntil === undefined ? 'does not hold at this time' : `ended ${sayBound(validUntil)}`
}
