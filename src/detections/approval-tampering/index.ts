/** Asks whether the approval of a copy was written for the occasion: afterwards, back-dated, or by the one who set the copy up. */
import type { Approval } from '../../inventory/schema.ts'
import { mirrorSittings, type Sitting } from '../_acts/sittings.ts'
import { factsOf } from '../_approval/evidence.ts'
import { judgeCopy } from '../_approval/judge-copy.ts'
import { capitalise, nameSetup } from '../_wording/names.ts'
import { sayTime } from '../_wording/times.ts'
import type { Detection, DetectionContext, Reason } from '../contract.ts'

export const detection: Detection = {
  id: 'approval-tampering',
  version: 1,
  title: 'Approval written for the occasion',
  question:
    'Was the approval there before the copy, dated as it was written, and given by somebody else than the actor?',
  attack: ['T1020.001', 'DET0403'],
  needs: ['snapshot', 'fragment', 'change'],
  tuning: [],
  evaluate(setup, context) {
    const judgement = judgeCopy(setup, context)?.judgement
    if (judgement?.answer !== 'approved') return []
    const { approval } = judgement
    const sittings = mirrorSittings(setup, context)
    const told = { approval, name: capitalise(nameSetup(setup, context)), evidence: evidenceOf(sittings, context) }
    return [...afterwards(told, context), ...byTheActor(told, sittings)]
  },
}

interface Told {
  readonly approval: Approval
  readonly name: string
  readonly evidence: readonly string[]
}

function evidenceOf(sittings: readonly Sitting[], { episode }: DetectionContext): readonly string[] {
  const facts = sittings.flatMap((sitting) => sitting.facts)
  return facts.length === 0 ? factsOf(episode.states) : [...new Set(facts)].sort()
}

/** It approves from then on; what was copied before had no approval. A beginning before it was written is back-dated. */
function afterwards({ approval, name, evidence }: Told, { episode }: DetectionContext): readonly Reason[] {
  const { id, addedAt, validFrom } = approval
  if (addedAt === undefined || episode.from === undefined || addedAt <= episode.from) return []
  const backDated = validFrom !== undefined && validFrom < addedAt ? `, back-dated to ${sayTime(validFrom)}` : ''
  const statement = `${name} was there from ${sayTime(episode.from)}, and approval ${id} was first known at ${sayTime(addedAt)}${backDated}.`
  return [{ statement, evidence, conduct: 'approved-afterwards', values: { approval: id } }]
}

function byTheActor({ approval, name, evidence }: Told, sittings: readonly Sitting[]): readonly Reason[] {
  const givers = [...approval.approvers, ...(approval.addedBy === undefined ? [] : [approval.addedBy])]
  const actors = sittings.flatMap(({ first }) => first.actor.account ?? [])
  const self = givers.find((giver) => actors.some((actor) => actor.toLowerCase() === giver.toLowerCase()))
  if (self === undefined) return []
  const why = approval.forced === undefined ? '' : ` (forced: ${approval.forced})`
  const statement = `${name} was set up by account ${self}, who also gave its approval ${approval.id}${why}.`
  return [{ statement, evidence, conduct: 'self-approved', aggravates: true, values: { approval: approval.id } }]
}
