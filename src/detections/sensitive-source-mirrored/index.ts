/** Asks whether the copied traffic is of a kind that harms most. */
import { classifySource } from '../../inventory/classify-ends.ts'
import { factsOf } from '../_approval/evidence.ts'
import { judgeCopy } from '../_approval/judge-copy.ts'
import { capitalise, nameSetup } from '../_wording/names.ts'
import type { Detection } from '../contract.ts'

export const detection: Detection = {
  id: 'sensitive-source-mirrored',
  version: 1,
  title: 'Sensitive source copied without an approval',
  question: 'Does a copy that no approval allows carry what the inventory calls sensitive or critical?',
  attack: ['T1020.001', 'DET0403', 'AN1131', 'AN1132'],
  needs: ['snapshot', 'fragment', 'change'],
  tuning: [],
  evaluate(setup, context) {
    const judged = judgeCopy(setup, context)
    if (judged === undefined || judged.judgement.answer === 'approved') return []
    const { class: sourceClass, because } = classifySource(judged.state.session, context.timeline.subject)
    if (sourceClass === 'S1') return []
    const statement = `${capitalise(nameSetup(setup, context))} copies what should not be seen: ${because}.`
    return [{ statement, evidence: factsOf([judged.state]), values: { sourceClass } }]
  },
}
