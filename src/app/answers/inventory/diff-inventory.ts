/** Evidence against approvals: what complies, what is approved and missing, what is found and not approved. */
import { matchSetups } from '../../../engine/approve-setups.ts'
import type { Finding } from '../../../findings/finding.ts'
import type { ApprovalMatch } from '../../../inventory/approval-match.ts'
import { compareDimensions, type DimensionMatch } from '../../../inventory/diff/compare-dimensions.ts'
import { sayScope } from '../../../inventory/diff/say-scope.ts'
import { type Standing, standingOf } from '../../../inventory/matching/standing.ts'
import { nearOf } from '../../../inventory/near-approval.ts'
import type { Approval } from '../../../inventory/schema.ts'
import { type ScanOptions, type ScanOutcome, scanPaths } from '../../scan.ts'
import { type ApprovalCoverage, coverageOf } from './approval-coverage.ts'
import { missingInventory } from './errors.ts'
import { type PresentSession, presentSessions } from './present-sessions.ts'

export { DIMENSIONS } from '../../../inventory/diff/compare-dimensions.ts'

/** One session that is there. */
export interface SessionDiff {
  readonly subject: string
  readonly session: string
  readonly copies: string
  readonly to: string
  readonly finding: string
  /** `extra`: found, not approved, or leaving by another interface than approved. */
  readonly state: 'complies' | 'extra'
  readonly verdict: Finding['verdict']
  /** The approval that it is compared with: the one that covers it, else the nearest; null where none covers the subject. */
  readonly approval: string | null
  readonly dimensions: readonly DimensionMatch[]
  /** More sessions stand under the approval than it allows. */
  readonly beyondCount: boolean
}

/** One approval of the inventory. */
export interface ApprovalDiff {
  readonly approval: string
  readonly scope: string
  readonly owner: string
  readonly ticket: string | null
  /**
   * `differs`: a session comes near and is not as approved; `missing`: looked everywhere it covers and found none; `unknown`: not
   * found, and not looked everywhere. The rest approve nothing now.
   */
  readonly state: 'complies' | 'differs' | 'missing' | 'unknown' | Exclude<Standing, 'in-force'>
  /** Findings of the sessions that it allows, and of those that it comes nearest to. */
  readonly allows: readonly string[]
  readonly near: readonly string[]
  /** What the answer rests on, subject by subject. */
  readonly coverage: ApprovalCoverage
}

/** The whole comparison. */
export interface InventoryDiff {
  readonly at: string
  readonly inventory: string
  readonly sessions: readonly SessionDiff[]
  readonly approvals: readonly ApprovalDiff[]
  readonly counts: {
    readonly complies: number
    readonly extra: number
    readonly missing: number
    readonly unknown: number
  }
}

/** A comparison and the reading that it rests on. */
export interface DiffAnswer extends ScanOutcome {
  readonly diff: InventoryDiff
}

/** Reads and assesses the evidence, then compares. Throws `TW_INVENTORY_MISSING` without an inventory. */
export async function diffInventory(options: ScanOptions): Promise<DiffAnswer> {
  const outcome = await scanPaths(options)
  if (!outcome.evidence.inventory.given) throw missingInventory()
  return { ...outcome, diff: toDiff(outcome) }
}

interface Compared {
  readonly present: PresentSession
  readonly match: ApprovalMatch | undefined
  readonly against: (approval: Approval) => readonly DimensionMatch[]
}

function toDiff({ evidence, assessment }: ScanOutcome): InventoryDiff {
  const { inventory, now } = evidence
  const matches = matchSetups(assessment.timelines, inventory, now).current
  const compared = presentSessions(assessment).map((present): Compared => {
    const { subject, session, address, since, finding, egressSeen } = present
    const request = { subject, session, address, at: now, since, egressSeen }
    return {
      present,
      match: matches.get(finding.id),
      against: (approval) => compareDimensions(approval, request, inventory),
    }
  })
  const sessions = compared.map(toSessionDiff)
  const approvals = inventory.approvals.map((approval) =>
    toApprovalDiff(approval, { compared, outcome: { evidence, assessment } }),
  )
  return { at: now, inventory: inventory.hash, sessions, approvals, counts: countStates(sessions, approvals) }
}

function toSessionDiff({ present, match, against }: Compared): SessionDiff {
  const { subject, session, finding, copies, to } = present
  const approval = comparedWith(match)
  const dimensions = approval === undefined ? [] : against(approval)
  const isAsApproved = dimensions.every(({ state }) => state !== 'differs')
  const differences = match?.approvedBy === undefined ? (match?.nearest?.differences ?? []) : []
  return {
    subject: subject.id,
    session: session.name,
    copies,
    to,
    finding: finding.id,
    state: finding.verdict === 'approved' && isAsApproved ? 'complies' : 'extra',
    verdict: finding.verdict,
    approval: approval?.id ?? null,
    dimensions,
    beyondCount: differences.some(({ dimension }) => dimension === 'count'),
  }
}

function comparedWith(match: ApprovalMatch | undefined): Approval | undefined {
  return match?.approvedBy ?? match?.outOfTime?.approval ?? match?.nearest?.approval ?? match?.unreviewed
}

/** An approval of other ends says nothing of a session, even where it is the nearest there is. */
function nearestTo(match: ApprovalMatch | undefined): Approval | undefined {
  return match?.approvedBy ?? match?.outOfTime?.approval ?? (match === undefined ? undefined : nearOf(match)?.approval)
}

interface DiffContext {
  readonly compared: readonly Compared[]
  readonly outcome: ScanOutcome
}

function toApprovalDiff(approval: Approval, { compared, outcome }: DiffContext): ApprovalDiff {
  const isAllowed = ({ against }: Compared): boolean => against(approval).every(({ state }) => state !== 'differs')
  const allows = compared.filter(isAllowed).map(({ present }) => present.finding.id)
  const near = compared
    .filter(({ match }) => nearestTo(match)?.id === approval.id)
    .map(({ present }) => present.finding.id)
    .filter((id) => !allows.includes(id))
  const coverage = coverageOf(approval, outcome.assessment.timelines.subjects)
  return {
    approval: approval.id,
    scope: sayScope(approval.scope),
    owner: approval.owner,
    ticket: approval.ticket ?? null,
    state: stateOf(approval, { allows, near, coverage, now: outcome.evidence.now }),
    allows,
    near,
    coverage,
  }
}

interface ApprovalState extends Pick<ApprovalDiff, 'allows' | 'near' | 'coverage'> {
  readonly now: string
}

function stateOf(approval: Approval, { allows, near, coverage, now }: ApprovalState): ApprovalDiff['state'] {
  const standing = standingOf(approval, now)
  if (standing !== 'in-force') return standing
  if (allows.length > 0) return 'complies'
  if (near.length > 0) return 'differs'
  return coverage.complete ? 'missing' : 'unknown'
}

function countStates(sessions: readonly SessionDiff[], approvals: readonly ApprovalDiff[]): InventoryDiff['counts'] {
  const count = (states: readonly { readonly state: string }[], wanted: string): number =>
    states.filter(({ state }) => state === wanted).length
  return {
    complies: count(sessions, 'complies'),
    extra: count(sessions, 'extra'),
    missing: count(approvals, 'missing'),
    unknown: count(approvals, 'unknown'),
  }
}

/** What the command's answer is to a script: whether evidence and inventory agree. */
export function agrees({ counts }: InventoryDiff, { allowMissing }: { readonly allowMissing: boolean }): boolean {
  return counts.extra === 0 && (allowMissing || counts.missing + counts.unknown === 0)
}
