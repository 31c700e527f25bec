/** Many reasons → one verdict and the breaches of conduct beside it. */
import { type ConductBreach, VERDICTS, type Verdict } from '../detections/contract.ts'
import { byText } from '../timeline/setup-id.ts'
import type { AssessedSetup, DetectedReason } from './assessed-setup.ts'

/** The reasons' verdict of highest precedence; without one, what the approvals say. */
export function decideVerdict(main: AssessedSetup, reasons: readonly DetectedReason[]): Verdict {
  const said = reasons.flatMap(({ verdict }) => verdict ?? []).sort((a, b) => rankOfVerdict(a) - rankOfVerdict(b))
  return said[0] ?? unaidedVerdict(main)
}

/** 0 for `unapproved`, the one that prevails over all others. */
export function rankOfVerdict(verdict: Verdict): number {
  return VERDICTS.indexOf(verdict)
}

/** Reasons in the order they are read: verdicts by precedence, then those without one, by detection and statement. */
export function sortReasons(reasons: readonly DetectedReason[]): readonly DetectedReason[] {
  return reasons.toSorted(
    (a, b) => weight(a) - weight(b) || byText(a.detection, b.detection) || byText(a.statement, b.statement),
  )
}

/** What was not proper about the act, each once, in text order. */
export function breachesOf(reasons: readonly DetectedReason[]): readonly ConductBreach[] {
  return [...new Set(reasons.flatMap(({ conduct }) => conduct ?? []))].sort(byText)
}

function unaidedVerdict({ setup, match, episode }: AssessedSetup): Verdict {
  if (setup.key.setupClass === 'attempt') return 'attempted'
  // Commands of an unknown platform that several grammars read differently may mean something else than what was approved.
  const isUncertain = episode.changes.some(({ readAs }) => readAs !== undefined)
  return match.approvedBy === undefined || isUncertain ? 'needs-review' : 'approved'
}

function weight({ verdict }: DetectedReason): number {
  return verdict === undefined ? VERDICTS.length : rankOfVerdict(verdict)
}
