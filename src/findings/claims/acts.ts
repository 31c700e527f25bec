/** Whether what a person did to a finding still stands. Acts are records beside findings, never an input to them. */
import type { Instant } from '../../kit/instant.ts'
import { type Claim, claimIsSubset, parseClaim } from './claim.ts'

/** The part of a stored act that decides whether it holds. */
export interface ActUponClaim {
  readonly at: Instant
  readonly until?: Instant | undefined
  /** The claim it was made upon, as canonical JSON. */
  readonly claim: string
}

/**
 * True while `now` lies between the act and its end, and today's claim holds nothing that the person did not see.
 * An act whose claim cannot be read never holds.
 */
export function actHolds(act: ActUponClaim, today: Claim, now: Instant): boolean {
  if (now < act.at || (act.until !== undefined && now >= act.until)) return false
  const seen = parseClaim(act.claim)
  return seen !== undefined && claimIsSubset(today, seen)
}
