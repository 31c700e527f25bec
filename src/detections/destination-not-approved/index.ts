/** Asks whether the copy goes where a copy may go. */
import type { MirrorDestination } from '../../facts/mirror-session.ts'
import type { Inventory } from '../../inventory/inventory.ts'
import { nearOf } from '../../inventory/near-approval.ts'
import { networkContains, parseNetwork } from '../../kit/ip-network.ts'
import { describeDestinations } from '../../timeline/describe-session.ts'
import { accountNumber } from '../../timeline/describe-subject.ts'
import type { Setup } from '../../timeline/setup.ts'
import { factsOf } from '../_approval/evidence.ts'
import { type JudgedCopy, judgeCopy } from '../_approval/judge-copy.ts'
import { capitalise, nameSetup } from '../_wording/names.ts'
import type { Detection, DetectionContext, Reason } from '../contract.ts'

export const detection: Detection = {
  id: 'destination-not-approved',
  version: 1,
  title: 'Copy to a destination that is not approved',
  question: 'Does the copy go to a destination that an approval allows, or at least to a known collector?',
  attack: ['T1020.001', 'DET0403', 'AN1131', 'AN1132'],
  needs: ['snapshot', 'fragment', 'change'],
  tuning: ['MirrorDestinationCIDR'],
  evaluate(setup, context) {
    const judged = judgeCopy(setup, context)
    if (judged === undefined) return lookAtFarEnd(setup, context)
    if (judged.state.session.destinations.length === 0) return []
    const points = context.episode.untilBasis === undefined ? 'points' : 'pointed'
    const start = `${capitalise(nameSetup(setup, context))} ${points} to`
    return [...compareWithApproval(judged, context, start), ...compareWithCollectors(judged, context, start)]
  },
}

function compareWithApproval(
  { state, match, judgement }: JudgedCopy,
  context: DetectionContext,
  start: string,
): readonly Reason[] {
  if (judgement.answer !== 'unapproved') return []
  const nearest = nearOf(match)
  const difference = nearest?.differences.find(({ dimension }) => dimension === 'destination')
  if (nearest === undefined || difference === undefined) return []
  const where = describeDestinations(state.session, {
    collectors: match.collectors,
    account: accountNumber(context.timeline.subject),
  })
  const statement = `${start} ${where}; approval ${nearest.approval.id} (nearest) allows ${difference.approved}.`
  return [
    {
      statement,
      evidence: factsOf(context.episode.states),
      verdict: 'unapproved',
      values: { found: difference.found, approved: difference.approved },
    },
  ]
}

/** Without an approval that comes near, the collectors and expected networks of the inventory are all there is to compare with. */
function compareWithCollectors(
  { state, match, judgement }: JudgedCopy,
  context: DetectionContext,
  start: string,
): readonly Reason[] {
  const isOpen = judgement.answer === 'needs-review' && judgement.unreviewed === undefined
  const isFar = judgement.answer === 'unapproved' && nearOf(match) === undefined
  if (!isOpen && !isFar) return []
  const unknown = state.session.destinations.filter(
    (end, index) => match.collectors[index] === undefined && isUnexpected(end, context.inventory),
  )
  if (unknown.length === 0) return []
  const where = describeDestinations(
    { ...state.session, destinations: unknown },
    { account: accountNumber(context.timeline.subject) },
  )
  return [
    {
      statement: `${start} ${where}, which is no known collector.`,
      evidence: factsOf(context.episode.states),
      verdict: judgement.answer,
    },
  ]
}

/** Approving the near end says nothing of where the far end delivers: one more far end is all it takes to read an approved copy. */
function lookAtFarEnd(setup: Setup, context: DetectionContext): readonly Reason[] {
  const { session, approval, episode } = context
  const isDelivering = setup.key.setupClass === 'mirror' && session.role === 'destination'
  if (!isDelivering || episode.untilBasis !== undefined || approval.approvedBy !== undefined) return []
  const unknown = session.destinations.filter((_, index) => approval.collectors[index] === undefined)
  if (unknown.length === 0) return []
  const where = describeDestinations({ ...session, destinations: unknown })
  const statement = `${capitalise(nameSetup(setup, context))} delivers the copy to ${where}, which is neither approved there nor a known collector.`
  return [{ statement, evidence: factsOf(episode.states), verdict: 'needs-review' }]
}

/** An address is compared with the expected networks, every other end with the collectors; nothing to compare with is no surprise. */
function isUnexpected({ ip }: MirrorDestination, { collectors, tuning }: Inventory): boolean {
  const networks = tuning.MirrorDestinationCIDR?.flatMap((text) => parseNetwork(text) ?? [])
  if (ip === undefined || networks === undefined) return collectors.length > 0
  return !networks.some((network) => networkContains(network, ip))
}
