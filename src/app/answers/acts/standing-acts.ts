/** What people did to findings, and whether it still stands: records beside the findings, never an input to them. */
import { actHolds } from '../../../findings/claims/acts.ts'
import type { Finding } from '../../../findings/finding.ts'
import type { ReportedAct } from '../../../findings/report/report.ts'
import type { Instant } from '../../../kit/instant.ts'
import type { Act } from '../../../store/contract.ts'

/** The newest act on each finding of today, by finding id. An act upon the id of a far end speaks for the joined finding. */
export function standingActs(
  findings: readonly Finding[],
  acts: readonly Act[],
  now: Instant,
): ReadonlyMap<string, ReportedAct> {
  const standing = findings.flatMap((finding) => {
    const names = [finding.id, ...finding.aliases]
    const last = acts.findLast((act) => names.includes(act.finding) && act.at <= now)
    return last === undefined ? [] : [[finding.id, toStanding(last, finding, now)] as const]
  })
  return new Map(standing)
}

function toStanding(act: Act, { claim: today, id }: Finding, now: Instant): ReportedAct {
  const { claim: _seen, ...said } = act
  return { ...said, finding: id, holds: act.does !== 'reopen' && actHolds(act, today, now) }
}

/** Whether a person took the finding off the list, for the time being. */
export function isSuppressed(act: ReportedAct | undefined): boolean {
  return act?.holds === true && (act.does === 'suppress' || act.does === 'resolve')
}
