/** Many reasons → one verdict and the breaches of conduct beside it. */
import { type ConductBreach, VERDICTS, type Verdict } from '../detections/contract.ts'
import { byText } from '../timeline/setup-id.ts'
import type { AssessedSetup, DetectedReason } from './assessed-setup.ts'

/** The reasons' verdict of highest precedence; without one, what the approvals say of the copy and of its far ends. */
export function decideVerdict(
  main: AssessedSetup,
  members: readonly AssessedSetup[],
  reasons: readonly DetectedReason[],
): Verdict {
  const said = reasons.flatMap(({ verdict }) => verdict ?? []).sort((a, b) => rankOfVerdict(a) - rankOfVerdict(b))
  return said[0] ?? unaidedVerdict(main, members)
}

/**
 * A far end that delivers the copy to what is neither approved there nor a known collector: an approval of the near end says
 * nothing of it, and one more far end is all it takes to read an approved RSPAN copy.
 */
export function isStrayEnd({ setup, session, match }: AssessedSetup): boolean {
  if (session.role !== 'destination' || setup.status === 'ended') return false
  const known = match.collectors.length > 0 && match.collectors.every((collector) => collector !== undefined)
  return match.approvedBy === undefined && !known
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

function unaidedVerdict({ setup, match }: AssessedSetup, members: readonly AssessedSetup[]): Verdict {
  if (setup.key.setupClass === 'attempt') return 'attempted'
  return match.approvedBy === undefined || members.some(isStrayEnd) ? 'needs-review' : 'approved'
}

function weight({ verdict }: DetectedReason): number {
  return verdict === undefined ? VERDICTS.length : rankOfVerdict(verdict)
}
