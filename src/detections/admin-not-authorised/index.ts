/** Asks whether whoever changed a mirror session is one of those who may. */
import { type IdentifiedActor, identifyActor } from '../../inventory/identify-actor.ts'
import type { Change } from '../../timeline/episode.ts'
import { saySitting } from '../_acts/say-sitting.ts'
import { mirrorSittings, type Sitting } from '../_acts/sittings.ts'
import { capitalise, nameSetup } from '../_wording/names.ts'
import type { Detection, DetectionContext, Reason } from '../contract.ts'
import { content } from './content.ts'

export const detection: Detection = {
  id: 'admin-not-authorised',
  version: 1,
  title: 'Mirror session changed by somebody who may not',
  question: 'Does the inventory list the account that changed the session, and the network it acted from?',
  attack: ['T1020.001', 'T1078', 'DET0403', 'AN1131', 'AN1132'],
  needs: ['fragment', 'change', 'signal'],
  tuning: ['UserIdentity', 'ConfigChangeType'],
  content,
  evaluate(setup, context) {
    if (!isAnybodyListed(context)) return []
    const name = capitalise(nameSetup(setup, context))
    return mirrorSittings(setup, context).flatMap((sitting) => judge(sitting, name, context))
  },
}

/** Where nobody is listed, everybody would be unknown: that is a gap of the inventory, and no breach. */
function isAnybodyListed({ inventory: { admins, automation, tuning } }: DetectionContext): boolean {
  return admins.length + automation.length + (tuning.UserIdentity?.length ?? 0) > 0
}

function judge(sitting: Sitting, name: string, context: DetectionContext): readonly Reason[] {
  const [unknown] = sitting.changes.map((change) => identify(change, context)).filter(({ known }) => !known)
  if (unknown === undefined) return []
  const statement = `${name} was ${saySitting(sitting)}: ${unknown.because}.`
  return [{ statement, evidence: sitting.facts, conduct: 'not-an-admin', aggravates: true }]
}

/** The address is the record's own, else that of the login. */
function identify({ actor, login }: Change, { timeline, inventory }: DetectionContext): IdentifiedActor {
  const from = actor.from ?? login?.from
  return identifyActor({ ...actor, ...(from === undefined ? {} : { from }) }, timeline.subject, inventory)
}
