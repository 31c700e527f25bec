/** Asks whether a copy that goes where it may go carries more than was approved. */
import { factsOf } from '../_approval/evidence.ts'
import { isJudgedHere, type Judgement, judgeCopy } from '../_approval/judge-copy.ts'
import { type PastCopy, pastCopies, sayPast } from '../_approval/past-copies.ts'
import { sayDifferences } from '../_wording/approvals.ts'
import { capitalise, nameSetup } from '../_wording/names.ts'
import type { Detection, DetectionContext, Reason } from '../contract.ts'

export const detection: Detection = {
  id: 'exceeds-approval',
  version: 1,
  title: 'Mirror session wider than its approval',
  question: 'Does the copy keep to the sources, direction, filter, carrier, count and duration of its approval?',
  attack: ['T1020.001', 'DET0403', 'AN1131', 'AN1132'],
  needs: ['snapshot', 'fragment', 'change'],
  tuning: [],
  evaluate(setup, context) {
    if (!isJudgedHere(setup, context.session)) return []
    const name = capitalise(nameSetup(setup, context))
    const past = pastCopies(setup, context).flatMap((copy) => tellPast(copy, context, name))
    return [...tellNow(judgeCopy(setup, context)?.judgement, context, name), ...past]
  },
}

function tellNow(judgement: Judgement | undefined, { episode }: DetectionContext, name: string): readonly Reason[] {
  if (judgement?.answer !== 'exceeds-approval') return []
  const { approval, differences } = judgement.nearest
  const goes = episode.untilBasis === undefined ? 'goes' : 'went'
  const statement = `${name} ${goes} beyond approval ${approval.id}: ${sayDifferences(differences)}.`
  return [
    {
      statement,
      evidence: factsOf(episode.states),
      verdict: 'exceeds-approval',
      values: { approval: approval.id },
    },
  ]
}

/** Narrowing a copy again does not undo what it carried meanwhile. */
function tellPast(past: PastCopy, context: DetectionContext, name: string): readonly Reason[] {
  const { state, next, judgement } = past
  if (judgement.answer !== 'exceeds-approval') return []
  const { approval, differences } = judgement.nearest
  const statement = `${name} ${sayPast(past, context)}, which was beyond approval ${approval.id}: ${sayDifferences(differences)}.`
  return [
    {
      statement,
      evidence: factsOf([state, next]),
      verdict: 'exceeds-approval',
      destinationClass: 'D1',
      values: { approval: approval.id },
    },
  ]
}
