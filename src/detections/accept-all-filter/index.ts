/** Asks whether a filter is one in name only. */
import type { Setup } from '../../timeline/setup.ts'
import { factsOf } from '../_approval/evidence.ts'
import { judgeCopy } from '../_approval/judge-copy.ts'
import { capitalise, nameSetup } from '../_wording/names.ts'
import type { Detection } from '../contract.ts'

/** A rule that narrows nothing, as the text of a filter has it. */
const ACCEPTS_ALL =
  /\baccept (?:ingress|egress) (?:0\.0\.0\.0\/0|::\/0) -> (?:0\.0\.0\.0\/0|::\/0) all protocols(?! (?:from|to) ports)/

export const detection: Detection = {
  id: 'accept-all-filter',
  version: 1,
  title: 'Mirror filter that lets everything through',
  question: 'Does the filter of the copy accept all protocols from everywhere to everywhere?',
  attack: ['T1020.001', 'DET0403', 'AN1131', 'AN0878'],
  needs: ['change'],
  tuning: [],
  evaluate(setup, context) {
    const judged = judgeCopy(setup, context)
    const filterId = judged?.state.session.details?.filterId
    if (judged === undefined || judged.judgement.answer === 'approved' || filterId === undefined) return []
    const filter = context.timeline.setups.find(({ key }) => key.setupClass === 'object' && key.address.id === filterId)
    const rule = filter === undefined ? undefined : ruleThatAcceptsAll(filter)
    if (filter === undefined || rule === undefined) return []
    const statement = `${capitalise(nameSetup(setup, context))} uses filter ${filterId}, which lets everything through (${rule}).`
    const shown = factsOf(filter.episodes.at(-1)?.states.slice(-1) ?? [])
    return [{ statement, evidence: [...new Set([...factsOf([judged.state]), ...shown])].sort() }]
  },
}

function ruleThatAcceptsAll({ episodes }: Setup): string | undefined {
  const text = episodes.at(-1)?.states.at(-1)?.session.filter ?? ''
  return text
    .split(';')
    .map((rule) => rule.trim())
    .find((rule) => ACCEPTS_ALL.test(rule))
}
