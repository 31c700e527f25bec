/** The machine result of `tapwarden coverage`: who was heard, and where flow records are missing. */
import type { ScanReport, SubjectCoverage } from '../../findings/report/report.ts'
import { flowFormats } from '../plug-ins.ts'
import type { ScanOutcome } from '../scan.ts'
import { type CloudFlowLimits, cloudFlowLimits } from './coverage-clouds.ts'
import { type FlowVisibility, flowVisibility, mentionedPorts } from './coverage-flows.ts'
import { toScanReport } from './scan-report.ts'

/** One subject; `flows` for devices. */
export type CoverageRow = SubjectCoverage & { readonly flows?: FlowVisibility }

/** What `coverage --json` prints. */
export interface CoverageReport extends Pick<ScanReport, 'at' | 'figures' | 'conflicts'> {
  readonly coverage: readonly CoverageRow[]
  /** What flow logs show of each cloud that is covered. */
  readonly flowLimits: readonly CloudFlowLimits[]
}

/** Makes the report of one scan. */
export function toCoverageReport(outcome: ScanOutcome): CoverageReport {
  const { subjects } = outcome.assessment.timelines
  const { at, figures, coverage, conflicts } = toScanReport(outcome)
  const mentioned = mentionedPorts(subjects)
  const flows = new Map(subjects.map((timeline) => [timeline.subject.id, flowVisibility(timeline, mentioned)]))
  const rows = coverage.map((row) => {
    const seen = flows.get(row.subject)
    return seen === undefined ? row : { ...row, flows: seen }
  })
  return { at, figures, coverage: rows, conflicts, flowLimits: cloudFlowLimits(subjects, flowFormats) }
}
