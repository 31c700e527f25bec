/** What the detections said of a set-up and of its far ends, in the order it is read. */
import { nameSubject } from '../../timeline/describe-subject.ts'
import type { AssessedSetup, CompositionContext, DetectedReason } from '../assessed-setup.ts'
import type { FindingReason } from '../finding.ts'
import { sortReasons } from '../verdict.ts'
import { gatherEvidence } from './evidence.ts'

/** A reason and the set-up it was given for: the finding's own, or a far end folded into it. */
export interface OwnedReason {
  readonly owner: AssessedSetup
  readonly reason: DetectedReason
}

/** All reasons, the finding's own before those of its far ends where they weigh the same. */
export function ownedReasons(main: AssessedSetup, members: readonly AssessedSetup[]): readonly OwnedReason[] {
  const owned = [main, ...members].flatMap((owner) => owner.reasons.map((reason) => ({ owner, reason })))
  const order = sortReasons(owned.map(({ reason }) => reason))
  return owned.toSorted((a, b) => order.indexOf(a.reason) - order.indexOf(b.reason))
}

/** With its evidence; what was said of a far end names that end. */
export function toFindingReason(
  { owner, reason }: OwnedReason,
  main: AssessedSetup,
  context: CompositionContext,
): FindingReason {
  const about = { ids: reason.evidence, address: owner.setup.key.address }
  const { items, more } = gatherEvidence([about], context)
  const where = nameSubject(owner.timeline.subject)
  const isPlain = owner === main || reason.statement.includes(where)
  return {
    detection: reason.detection,
    statement: isPlain ? reason.statement : `On ${where}: ${reason.statement}`,
    evidence: items,
    ...(more === 0 ? {} : { moreEvidence: more }),
  }
}
