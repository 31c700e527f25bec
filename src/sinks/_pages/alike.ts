/** Findings of one case that read alike: a roll-out is listed once. */
import type { FindingView } from './finding/finding-view.ts'

/** The first of them, as it stands in the report, and those like it. */
export interface AlikeFindings {
  readonly first: FindingView
  readonly others: readonly FindingView[]
}

/** Alike are findings of one case, subject, verdict, severity and status, for the same reasons. */
export function groupAlike(views: readonly FindingView[]): readonly AlikeFindings[] {
  const groups = Map.groupBy(views, ({ finding }) =>
    JSON.stringify([
      finding.case,
      finding.subject,
      finding.verdict,
      finding.severity,
      finding.status,
      finding.reasons.map(({ detection }) => detection).sort(),
    ]),
  )
  return [...groups.values()].flatMap(([first, ...others]) => (first === undefined ? [] : [{ first, others }]))
}
