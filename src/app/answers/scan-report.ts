/** The machine result of a scan: findings, coverage and counts that depend on facts, inventory and time alone. */
import type { Finding } from '../../findings/finding.ts'
import type { ScanReport, SubjectCoverage } from '../../findings/report/report.ts'
import { summariseFindings } from '../../findings/summary.ts'
import { DAY_MS } from '../../kit/durations.ts'
import { gapMs, type Instant } from '../../kit/instant.ts'
import type { SubjectTimeline } from '../../timeline/subject-timeline.ts'
import type { ScanOutcome } from '../scan.ts'
import { standingActs } from './acts/standing-acts.ts'
import { coverageFigures } from './coverage-figures.ts'
import { withDeclaredExport } from './coverage-flows.ts'
import { compareFindings, type FindingsDifference } from './history/compare-findings.ts'

/** Makes the report of one scan. How evidence was filed (paths, lines, input counts) is no part of it. */
export function toScanReport({ evidence, assessment }: ScanOutcome, previous?: readonly Finding[]): ScanReport {
  const { findings, timelines } = assessment
  const { inventory, now } = evidence
  return {
    at: now,
    inventory: inventory.given ? inventory.hash : null,
    findings,
    coverage: timelines.subjects.map((timeline) => toSubjectCoverage(timeline, now)),
    figures: coverageFigures(timelines.subjects, inventory),
    counts: {
      subjects: timelines.subjects.length,
      sessions: timelines.subjects.flatMap(({ setups }) => setups).filter(isPresentSession).length,
      ...summariseFindings(findings),
    },
    conflicts: timelines.conflicts,
    changesAt: assessment.changesAt ?? null,
    acts: [...standingActs(findings, evidence.acts, now).values()],
    newSinceLastScan: previous === undefined ? null : newIds(compareFindings(previous, findings)),
  }
}

function newIds({ gained, changed }: FindingsDifference): readonly string[] {
  return [...gained, ...changed.map(({ after }) => after)].map(({ id }) => id)
}

function isPresentSession(setup: SubjectTimeline['setups'][number]): boolean {
  return setup.key.setupClass === 'mirror' && setup.status !== 'ended'
}

/** After this long without a word a leg is called quiet: a daily backup or rotated log would have come by then. */
const QUIET_MS = DAY_MS

/** A repository tells when a configuration changed, not when it was last read: its quiet says nothing. */
function quietLegs({ coverage, configurations }: SubjectTimeline, now: Instant): SubjectCoverage['quiet'] {
  const isFiled = configurations.at(-1)?.filedBy !== undefined
  return coverage.flatMap(({ leg, last }) =>
    !(leg === 'config' && isFiled) && last !== undefined && gapMs(last, now) > QUIET_MS ? [{ leg, since: last }] : [],
  )
}

function toSubjectCoverage(timeline: SubjectTimeline, now: Instant): SubjectCoverage {
  const { subject, platform, coverage, snapshotTimes } = timeline
  const newest = snapshotTimes.at(-1)
  return {
    subject: subject.id,
    kind: subject.kind,
    platform,
    inInventory: subject.device !== undefined || subject.account !== undefined,
    legs: withDeclaredExport(coverage, timeline),
    ...(newest === undefined ? {} : { newestConfiguration: newest }),
    quiet: quietLegs(timeline, now),
    skew: timeline.skew,
    unjoinedCommands: timeline.unjoinedFragments.length,
    ambiguousCommands: timeline.ambiguousFragments.length,
  }
}
