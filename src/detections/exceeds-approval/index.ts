/** Asks whether a copy that goes where it may go carries more than was approved. */
import { factsOf } from '../_approval/evidence.ts'
import { judgeCopy } from '../_approval/judge-copy.ts'
import { sayDifferences } from '../_wording/approvals.ts'
import { capitalise, nameSetup } from '../_wording/names.ts'
import type { Detection } from '../contract.ts'

export const detection: Detection = {
  id: 'exceeds-approval',
  version: 1,
  title: 'Mirror session wider than its approval',
  question: 'Does the copy keep to the sources, direction, filter, carrier, count and duration of its approval?',
  attack: ['T1020.001', 'DET0403', 'AN1131', 'AN1132'],
  needs: ['snapshot', 'fragment', 'change'],
  tuning: [],
  evaluate(setup, context) {
    const judgement = judgeCopy(setup, context)?.judgement
    if (judgement?.answer !== 'exceeds-approval') return []
    const { approval, differences } = judgement.nearest
    const goes = context.episode.untilBasis === undefined ? 'goes' : 'went'
    const statement = `${capitalise(nameSetup(setup, context))} ${goes} beyond approval ${approval.id}: ${sayDifferences(differences)}.`
    return [
      {
        statement,
        evidence: factsOf(context.episode.states),
        verdict: 'exceeds-approval',
        values: { approval: approval.id },
      },
    ]
  },
}
