/** The verdict clause of one finding: of the set-up whose reason decided it. */
import type { Verdict } from '../../detections/contract.ts'
import { type ClauseContext, verdictClause } from '../approval-clause.ts'
import type { AssessedSetup } from '../assessed-setup.ts'
import type { OwnedReason } from './reasons.ts'

/** Names the far end where only its reasons gave the verdict: the approval of the near end does not reach that far. */
export function tellClause(
  main: AssessedSetup,
  reasons: readonly OwnedReason[],
  { verdict, context }: { readonly verdict: Verdict; readonly context: ClauseContext },
): string {
  const deciding = reasons.filter(({ reason }) => reason.verdict === verdict).map(({ owner }) => owner)
  const [farEnd] = deciding
  if (farEnd === undefined || deciding.includes(main)) return verdictClause(main, verdict, context)
  return `at its far end ${farEnd.timeline.subject.id} ${verdictClause(farEnd, verdict, context)}`
}
