/** Asks whether a copy crosses from one cloud account into another. */
import { ownerOf } from '../../inventory/matching/target-owner.ts'
import { factsOf } from '../_approval/evidence.ts'
import { judgeCopy } from '../_approval/judge-copy.ts'
import { capitalise, nameSetup } from '../_wording/names.ts'
import type { Detection } from '../contract.ts'
import { content } from './content.ts'

const SAY = {
  partner: (account: string) => `of partner account ${account}`,
  unknown: (account: string) => `of account ${account}, which the inventory calls neither own nor partner`,
} as const

export const detection: Detection = {
  id: 'cross-account-target',
  version: 1,
  title: 'Mirror target of another account',
  question: 'Does the copy leave the account for one that is not known to be own?',
  attack: ['T1020.001', 'DET0403', 'AN1131', 'AN0878'],
  needs: ['change'],
  tuning: [],
  content,
  evaluate(setup, context) {
    const judged = judgeCopy(setup, context)
    if (judged === undefined || judged.judgement.answer === 'approved') return []
    const owner = ownerOf(judged.state.session, context.timeline.subject, context.inventory)
    if (owner === undefined || owner.ownership === 'own') return []
    const leads = context.episode.untilBasis === undefined ? 'leads' : 'led'
    const statement = `${capitalise(nameSetup(setup, context))} ${leads} to a target ${SAY[owner.ownership](owner.account)}.`
    return [{ statement, evidence: factsOf([judged.state]), values: { account: owner.account } }]
  },
}
