/** The verdict clause of one finding: of the set-up whose reason decided it. */
import type { Verdict } from '../../detections/contract.ts'
import { describeDestinations } from '../../timeline/describe-session.ts'
import { type ClauseContext, verdictClause } from '../approval-clause.ts'
import type { AssessedSetup } from '../assessed-setup.ts'
import type { OwnedReason } from './reasons.ts'

/** A copy, what was said of it and of its far ends, and the verdict that came of it. */
export interface ClauseInput {
  readonly main: AssessedSetup
  readonly reasons: readonly OwnedReason[]
  readonly verdict: Verdict
  readonly context: ClauseContext
}

/** Names the far end where it decided the verdict: the approval of the near end does not reach that far. */
export function tellClause({ main, reasons, verdict, context }: ClauseInput): string {
  const deciding = reasons.filter(({ reason }) => reason.verdict === verdict).map(({ owner }) => owner)
  const [farEnd] = deciding
  if (farEnd === undefined || deciding.includes(main)) return verdictClause(main, verdict, context)
  const { approvedBy } = main.match
  const where = farEnd.timeline.subject.id
  if (approvedBy === undefined) return `at its far end ${where} ${verdictClause(farEnd, verdict, context)}`
  return `approval ${approvedBy.id} covers it, but not its far end on ${where} to ${describeDestinations(farEnd.session, { collectors: farEnd.match.collectors })}`
}
