/** What the approvals say, as clauses: the second half of a finding's sentence. */
import type { Verdict } from '../detections/contract.ts'
import type { ApprovalDifference } from '../inventory/approval-match.ts'
import type { Inventory } from '../inventory/inventory.ts'
import { sayUndecided } from '../inventory/matching/target-owner.ts'
import { nearOf, sayDimension, sayNearest } from '../inventory/near-approval.ts'
import { type Instant, parseInstant } from '../kit/instant.ts'
import { sayBound } from '../kit/say-instant.ts'
import type { AssessedSetup } from './assessed-setup.ts'
import type { Finding } from './finding.ts'

/** How many digits of the inventory's hash a sentence shows: enough to tell two versions apart by eye. */
const HASH_DIGITS = 4

/** What a clause needs beside the set-up: the version of the inventory, and what counts as begun. */
export interface ClauseContext {
  readonly inventory: Inventory
  readonly now: Instant
}

/** What the approvals answer, whatever the verdict: `no approval in inventory 3f9c covers it (nearest: APR-12, other destination)`. */
export function approvalClause(
  { match, timeline, episode, session }: AssessedSetup,
  { inventory, now }: ClauseContext,
): string {
  const { approvedBy, outOfTime, nearest, unreviewed } = match
  const undecided = sayUndecided(session, timeline.subject, inventory)
  if (approvedBy !== undefined) return `approval ${approvedBy.id} covers it`
  if (!match.subjectCovered)
    return `no approvals were given for this ${timeline.subject.kind}${tellUnreviewed(unreviewed?.id)}${undecided}`
  if (outOfTime !== undefined) return tellTime(outOfTime, episode.until ?? now)
  const none = `no approval in inventory ${inventory.hash.slice(0, HASH_DIGITS)} covers it`
  return none + sayNearest(nearest) + tellUnreviewed(unreviewed?.id) + undecided
}

/** The verdict clause of a sentence; falls back on the approvals' answer. */
export function verdictClause(assessed: AssessedSetup, verdict: Verdict, context: ClauseContext): string {
  const { match } = assessed
  if (verdict === 'exceeds-approval' && match.nearest !== undefined) {
    return `it exceeds approval ${match.nearest.approval.id}${tellDifferences(match.nearest.differences)}`
  }
  if (verdict === 'unexplained') return 'no record that was heard explains it'
  if (verdict === 'needs-review' && (match.subjectCovered || match.approvedBy !== undefined)) {
    return `it needs review${tellUnreviewed(match.unreviewed?.id)}`
  }
  if (match.approvedBy !== undefined && verdict !== 'approved') {
    return `it was not always as approval ${match.approvedBy.id} allows`
  }
  return approvalClause(assessed, context)
}

/** The part of a finding that shows the approvals: which one covers it or comes near, what differs, and the answer as a sentence. */
export function toApproval(assessed: AssessedSetup, context: ClauseContext): Finding['approval'] {
  const { approvedBy, outOfTime } = assessed.match
  const nearest = nearOf(assessed.match)
  const closest = outOfTime?.approval.id ?? nearest?.approval.id
  const clause = approvalClause(assessed, context)
  return {
    ...(approvedBy === undefined ? {} : { id: approvedBy.id }),
    ...(approvedBy !== undefined || closest === undefined ? {} : { nearest: closest }),
    differences: approvedBy === undefined && outOfTime === undefined ? (nearest?.differences ?? []) : [],
    answer: `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`,
  }
}

function tellTime(outOfTime: NonNullable<AssessedSetup['match']['outOfTime']>, at: Instant): string {
  const { approval, validFrom, validUntil } = outOfTime
  const begins = validFrom === undefined ? undefined : parseInstant(validFrom)
  if (begins !== undefined && begins > at) return `approval ${approval.id} begins ${sayBound(begins)}`
  const ended = validUntil === undefined ? undefined : parseInstant(validUntil)
  return `approval ${approval.id} ended${ended === undefined ? '' : ` ${sayBound(ended)}`}`
}

function tellUnreviewed(id: string | undefined): string {
  return id === undefined ? '' : `; entry ${id} would allow it but nobody has reviewed it`
}

/** What was found of a time is the moment that was asked about, which says nothing new. */
function tellDifferences(differences: readonly ApprovalDifference[]): string {
  const told = differences.map(({ dimension, approved, found }) =>
    dimension === 'time' || dimension === 'duration'
      ? sayDimension(dimension)
      : `${dimension}: ${approved} approved, ${found} found`,
  )
  return told.length === 0 ? '' : ` (${told.join('; ')})`
}
