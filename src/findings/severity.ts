/** Severity is a printed table, destination × source, and the few steps after it; every step is told in words. */
import type { Verdict } from '../detections/contract.ts'
import type { Classified, DestinationClass, SourceClass } from '../inventory/classify-ends.ts'
import type { SetupStatus } from '../timeline/setup.ts'
import { SEVERITIES, type Severity } from './finding.ts'

/** The printed table: `SEVERITY_TABLE.D4.S1` is `high`. */
export const SEVERITY_TABLE: Readonly<Record<DestinationClass, Readonly<Record<SourceClass, Severity>>>> = {
  D0: { S1: 'info', S2: 'info', S3: 'low' },
  D1: { S1: 'low', S2: 'medium', S3: 'medium' },
  D2: { S1: 'medium', S2: 'medium', S3: 'high' },
  D3: { S1: 'medium', S2: 'high', S3: 'critical' },
  D4: { S1: 'high', S2: 'critical', S3: 'critical' },
}

/** What the table and its steps look at. */
export interface SeverityInput {
  readonly destination: Classified<DestinationClass>
  readonly source: Classified<SourceClass>
  readonly verdict: Verdict
  readonly status: SetupStatus
  /** Nothing came of it: it was refused or failed. */
  readonly attempted: boolean
  /** The detections that aggravate (logging cut, export, unauthorised actor); however many, they are one step up. */
  readonly aggravations: readonly string[]
}

/** A severity and how it came about. */
export interface GradedSeverity {
  readonly severity: Severity
  /** `['destination D4 (…) × source S1 (…) → high', 'one step up for logging-impaired-around-change → critical']`. */
  readonly basis: readonly string[]
}

/** The cell of the table, one step up if anything aggravates, then what caps it. Never throws. */
export function gradeSeverity(input: SeverityInput): GradedSeverity {
  const { destination, source } = input
  let severity = SEVERITY_TABLE[destination.class][source.class]
  const basis = [
    `destination ${destination.class} (${destination.because}) × source ${source.class} (${source.because}) → ${severity}`,
  ]
  const raised = SEVERITIES[SEVERITIES.indexOf(severity) + 1]
  if (input.aggravations.length > 0 && raised !== undefined) {
    severity = raised
    basis.push(`one step up for ${input.aggravations.join(', ')} → ${severity}`)
  }
  for (const { most, because } of capsOf(input)) {
    if (rankOfSeverity(severity) <= rankOfSeverity(most)) continue
    severity = most
    basis.push(`${because} → ${severity}`)
  }
  return { severity, basis }
}

/** 0 for `info` to 4 for `critical`. */
export function rankOfSeverity(severity: Severity): number {
  return SEVERITIES.indexOf(severity)
}

interface Cap {
  readonly most: Severity
  readonly because: string
}

function capsOf({ destination, source, verdict, status, attempted }: SeverityInput): readonly Cap[] {
  const reachesCritical = destination.class === 'D4' || (destination.class === 'D3' && source.class === 'S3')
  const caps: (Cap | false)[] = [
    !reachesCritical && { most: 'high', because: 'critical only for D4, or D3 with S3' },
    status !== 'live' && { most: 'high', because: `critical only while live, and this is ${status}` },
    verdict === 'needs-review' && { most: 'high', because: 'at most high until it is reviewed' },
    status === 'never-live' && { most: 'medium', because: 'at most medium as it was never live' },
    attempted && { most: 'low', because: 'at most low as it was only attempted' },
    verdict === 'approved' && { most: 'info', because: 'approved' },
  ]
  return caps.filter((cap) => cap !== false)
}
