/** Sessions against approvals: which one allows it, or which comes nearest and how it differs. */
import type { MirrorSession, SessionAddress } from '../facts/mirror-session.ts'
import type { Instant } from '../kit/instant.ts'
import type { ApprovalDifference, ApprovalMatch } from './approval-match.ts'
import type { Inventory } from './inventory.ts'
import { collectorsOf } from './matching/collectors.ts'
import { compareDestinations } from './matching/compare-destinations.ts'
import { compareCarrier, compareFilter, compareName } from './matching/compare-session.ts'
import { compareDirection, compareSources } from './matching/compare-sources.ts'
import { compareTime, type Validity, validityOf } from './matching/compare-time.ts'
import { scopeCovers } from './matching/scope.ts'
import type { Approval } from './schema.ts'
import type { Subject } from './subject.ts'

/** One session at one time. */
export interface ApprovalRequest {
  readonly subject: Subject
  readonly session: MirrorSession
  readonly address: SessionAddress
  /** The moment that is asked about. */
  readonly at: Instant
  /** Since when the session is there; where it is not known, `maxDuration` cannot be exceeded. */
  readonly since?: Instant | undefined
  /** How many other sessions already stand under the same approval. */
  readonly siblings?: number | undefined
  /** The VPC of the sources, where known. */
  readonly vpc?: string | undefined
}

/**
 * Matches one session with every approval whose scope covers its subject. A session is approved when one reviewed approval
 * allows it in every dimension; a dimension that the approval does not mention allows anything. Never throws.
 */
export function matchApproval(request: ApprovalRequest, inventory: Inventory): ApprovalMatch {
  const collectors = collectorsOf(request.session, request.subject, inventory)
  const compared = coveringApprovals(request, inventory).map((approval) => compare(approval, request, collectors))
  const reviewed = compared.filter(({ approval }) => approval.reviewed)
  const allowing = compared.filter(({ differences }) => differences.length === 0)
  const approvedBy = allowing.find(({ approval }) => approval.reviewed)?.approval
  return {
    subjectCovered: reviewed.length > 0,
    anyApprovals: inventory.approvals.length > 0,
    ...(approvedBy === undefined ? whyNot(reviewed, request.at) : { approvedBy }),
    unreviewed: allowing.find(({ approval }) => !approval.reviewed)?.approval,
    collectors: collectors.map(([name]) => name),
  }
}

/**
 * The first instant after `request.at` at which the answer changes by time alone: an approval begins or ends, or a longest
 * duration is reached. Undefined when it never does.
 */
export function nextApprovalChange(request: ApprovalRequest, inventory: Inventory): Instant | undefined {
  const now = answerOf(matchApproval(request, inventory))
  const bounds = coveringApprovals(request, inventory).flatMap((approval) => {
    const { from, until } = validityOf(approval, request.since)
    return [from, until].filter((instant) => instant !== undefined && instant > request.at)
  })
  return bounds.sort().find((at) => at !== undefined && answerOf(matchApproval({ ...request, at }, inventory)) !== now)
}

/** What of a match can change with time alone. */
function answerOf({ approvedBy, outOfTime, nearest, unreviewed }: ApprovalMatch): string {
  const outside =
    outOfTime === undefined ? undefined : [outOfTime.approval.id, outOfTime.validFrom, outOfTime.validUntil]
  return JSON.stringify([approvedBy?.id, outside, nearest?.approval.id, nearest?.differences.length, unreviewed?.id])
}

function coveringApprovals({ subject, address, vpc }: ApprovalRequest, { approvals }: Inventory): readonly Approval[] {
  return approvals.filter(({ scope }) => scopeCovers(scope, subject, { region: address.scope, vpc }))
}

interface Compared {
  readonly approval: Approval
  readonly validity: Validity
  readonly differences: readonly ApprovalDifference[]
}

function compare(approval: Approval, request: ApprovalRequest, collectors: readonly (readonly string[])[]): Compared {
  const { session, address, at, since, siblings = 0 } = request
  const validity = validityOf(approval, since)
  const differences = [
    ...compareName(approval, session, address),
    ...compareSources(approval, session),
    ...compareDirection(approval, session),
    ...compareDestinations(approval, session, collectors),
    ...compareCarrier(approval, session),
    ...compareFilter(approval, session),
    ...compareCount(approval, siblings),
    ...compareTime(validity, at),
  ]
  return { approval, validity, differences }
}

function compareCount({ maxCount }: Approval, siblings: number): readonly ApprovalDifference[] {
  if (maxCount === undefined || siblings < maxCount) return []
  return [{ dimension: 'count', approved: `at most ${maxCount}`, found: String(siblings + 1) }]
}

/** Out of time when time is all that differs; the nearest in any case. Approvals come in id order, and sorting keeps it. */
function whyNot(reviewed: readonly Compared[], at: Instant): Pick<ApprovalMatch, 'outOfTime' | 'nearest'> {
  const late = reviewed
    .filter(({ differences }) => differences.every(isOfTime))
    .sort((a, b) => compareEnds(a, b, at))[0]
  const near = late ?? [...reviewed].sort((a, b) => a.differences.length - b.differences.length)[0]
  if (near === undefined) return {}
  const nearest = { approval: near.approval, differences: near.differences }
  if (late === undefined) return { nearest }
  return {
    outOfTime: { approval: late.approval, validFrom: late.validity.from, validUntil: late.validity.until },
    nearest,
  }
}

function isOfTime({ dimension }: ApprovalDifference): boolean {
  return dimension === 'time' || dimension === 'duration'
}

/** What ended last explains a session best; what has not begun yet explains it least. */
function compareEnds(a: Compared, b: Compared, at: Instant): number {
  const [left, right] = [a, b].map(({ validity: { from = '', until = '' } }) => (from > at ? '' : until))
  return left === right ? 0 : (left ?? '') > (right ?? '') ? -1 : 1
}
