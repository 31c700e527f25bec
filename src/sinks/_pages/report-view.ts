/** A whole report as both page formats show it: an executive page, then the technical one. Pure. */
import type { Finding } from '../../findings/finding.ts'
import type { ScanReport } from '../../findings/report/report.ts'
import { type CoverageRow, coverageGrid } from './coverage-grid.ts'
import { type ExecutiveView, toExecutiveView } from './executive/executive-view.ts'
import { type FindingView, toFindingView } from './finding/finding-view.ts'
import { anchorOf, openFindings } from './open-findings.ts'
import { type CopyPicture, toCopyPicture } from './pictures/copies.ts'
import { firstOf, plural, sayWhen } from './words.ts'

/** One row of the list of what is allowed. */
export interface ApprovedRow {
  readonly anchor: string
  readonly sentence: string
  readonly approval: string
  readonly ticket: string
  readonly status: string
  /** What was not proper about the act behind it, if anything. */
  readonly conduct: string
}

/** Everything on the pages. */
export interface ReportView {
  readonly at: string
  /** `as of …`, `inventory …`, `tapwarden 0.1.0`. */
  readonly marks: readonly string[]
  readonly executive: ExecutiveView
  readonly copies: CopyPicture
  readonly findings: readonly FindingView[]
  readonly approved: readonly ApprovedRow[]
  readonly coverage: readonly CoverageRow[]
  readonly conflicts: readonly string[]
}

/** As much of a hash as people compare by eye. */
const HASH_CHARACTERS = 12

/** Makes the view; the same report gives the same view. */
export function toReportView(report: ScanReport, version: string): ReportView {
  const { at, inventory, findings, conflicts, changesAt } = report
  return {
    at: sayWhen(at),
    marks: [
      `as of ${sayWhen(at)}`,
      inventory === null ? 'no inventory' : `inventory ${inventory.slice(0, HASH_CHARACTERS)}`,
      plural(report.counts.subjects, 'device or account', 'devices and accounts'),
      ...(changesAt === null ? [] : [`changes by itself at ${sayWhen(changesAt)}`]),
      `tapwarden ${version}`,
    ],
    executive: toExecutiveView(report),
    copies: toCopyPicture(report),
    findings: openFindings(report).map((finding) => toFindingView(finding, report)),
    approved: findings.filter(({ verdict }) => verdict === 'approved').map(toApprovedRow),
    coverage: coverageGrid(report),
    conflicts: conflicts.map(
      ({ name, candidates }) => `${name} is claimed by ${firstOf(candidates, 10)}: nothing was joined on it.`,
    ),
  }
}

function toApprovedRow(finding: Finding): ApprovedRow {
  return {
    anchor: anchorOf(finding),
    sentence: finding.sentence,
    approval: finding.approval.id ?? finding.approval.answer,
    ticket: finding.ticket ?? 'none',
    status: finding.status,
    conduct: finding.conduct.join(', '),
  }
}
