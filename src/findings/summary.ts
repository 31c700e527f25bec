/** Findings counted: the last line of a scan and the head of every report. */
import type { Verdict } from '../detections/contract.ts'
import type { Finding, Severity } from './finding.ts'

/** Figures over a list of findings. */
export interface FindingSummary {
  readonly total: number
  readonly byVerdict: Readonly<Record<Verdict, number>>
  readonly bySeverity: Readonly<Record<Severity, number>>
  /** Cases among what is not approved. */
  readonly cases: number
}

const NO_VERDICTS: Readonly<Record<Verdict, number>> = {
  unapproved: 0,
  'exceeds-approval': 0,
  expired: 0,
  unexplained: 0,
  'needs-review': 0,
  attempted: 0,
  approved: 0,
}

const NO_SEVERITIES: Readonly<Record<Severity, number>> = { info: 0, low: 0, medium: 0, high: 0, critical: 0 }

/** Counts findings; every verdict and severity has a figure, zero included. */
export function summariseFindings(findings: readonly Finding[]): FindingSummary {
  const open = findings.filter((finding) => finding.verdict !== 'approved')
  return {
    total: findings.length,
    byVerdict: countInto(
      NO_VERDICTS,
      findings.map((finding) => finding.verdict),
    ),
    bySeverity: countInto(
      NO_SEVERITIES,
      findings.map((finding) => finding.severity),
    ),
    cases: new Set(open.map((finding) => finding.case)).size,
  }
}

function countInto<Word extends string>(
  zeros: Readonly<Record<Word, number>>,
  found: readonly Word[],
): Readonly<Record<Word, number>> {
  const counts: Record<Word, number> = { ...zeros }
  for (const word of found) counts[word] += 1
  return counts
}
