/** The verdict clause of one finding: of the set-up whose reason decided it. */
import type { Verdict } from '../../detections/contract.ts'
import { describeDestinations } from '../../timeline/describe-session.ts'
import { type ClauseContext, verdictClause } from '../approval-clause.ts'
import type { AssessedSetup } from '../assessed-setup.ts'
import { isStrayEnd } from '../verdict.ts'
import type { OwnedReason } from './reasons.ts'

/** A copy with its far ends, what was said of it and the verdict that came of it. */
export interface ClauseInput {
  readonly main: AssessedSetup
  readonly members: readonly AssessedSetup[]
  readonly reasons: readonly OwnedReason[]
  readonly verdict: Verdict
  readonly context: ClauseContext
}

/** Names the far end where it decided the verdict: the approval of the near end does not reach that far. */
export function tellClause({ main, members, reasons, verdict, context }: ClauseInput): string {
  const deciding = reasons.filter(({ reason }) => reason.verdict === verdict).map(({ owner }) => owner)
  const [decider] = deciding
  if (decider !== undefined && !deciding.includes(main)) {
    return `at its far end ${decider.timeline.subject.id} ${verdictClause(decider, verdict, context)}`
  }
  const stray = members.find(isStrayEnd)
  const { approvedBy } = main.match
  if (decider !== undefined || stray === undefined || approvedBy === undefined) {
    return verdictClause(main, verdict, context)
  }
  const where = `${stray.timeline.subject.id} to ${describeDestinations(stray.session)}`
  return `approval ${approvedBy.id} covers it, but not its far end on ${where}, which is no known collector`
}
