/** When a session is there, against when it may be. */
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../kit/durations.ts'
import { type Instant, shiftInstant } from '../../kit/instant.ts'
import type { ApprovalDifference } from '../approval-match.ts'
import type { Approval } from '../schema.ts'

/** The span in which an approval holds for one session: `from` inclusive, `until` exclusive. */
export interface Validity {
  readonly from?: Instant | undefined
  readonly until?: Instant | undefined
  /** The longest duration, where that is what ends it. */
  readonly duration?: string | undefined
}

const UNIT_MS: Readonly<Record<string, number>> = { m: MINUTE_MS, h: HOUR_MS, d: DAY_MS }

/** An approval holds from its own beginning or from when it was written, whichever comes last. */
function beginningOf({ validFrom, addedAt }: Approval): Instant | undefined {
  return validFrom === undefined || (addedAt !== undefined && addedAt > validFrom) ? addedAt : validFrom
}

/** `validUntil`, or the longest duration counted from the session's beginning, whichever comes first. */
export function validityOf(approval: Approval, since: Instant | undefined): Validity {
  const { validUntil, maxDuration } = approval
  const from = beginningOf(approval)
  const longest =
    since === undefined || maxDuration === undefined ? undefined : shiftInstant(since, durationMs(maxDuration))
  return longest !== undefined && (validUntil === undefined || longest < validUntil)
    ? { from, until: longest, duration: maxDuration }
    : { from, until: validUntil }
}

/** An approval does not hold at its very end. What differs is told without the moment asked about, which is another each time. */
export function compareTime({ from, until, duration }: Validity, at: Instant): readonly ApprovalDifference[] {
  if (from !== undefined && at < from) return [{ dimension: 'time', approved: `from ${from}`, found: 'earlier' }]
  if (until === undefined || at < until) return []
  return duration === undefined
    ? [{ dimension: 'time', approved: `until ${until}`, found: 'later' }]
    : [{ dimension: 'duration', approved: duration, found: 'longer' }]
}

/** `8h` → 28,800,000. */
function durationMs(duration: string): number {
  return Number(duration.slice(0, -1)) * (UNIT_MS[duration.slice(-1)] ?? 0)
}
