/** Which approvals end when, and what would then be a finding. */
import { assess } from '../../../../engine/assess.ts'
import type { Finding } from '../../../../findings/finding.ts'
import { sayScope } from '../../../../inventory/diff/say-scope.ts'
import { standingOf } from '../../../../inventory/matching/standing.ts'
import type { Approval } from '../../../../inventory/schema.ts'
import type { Instant } from '../../../../kit/instant.ts'
import { assessmentParts } from '../../../plug-ins.ts'
import { type ScanOptions, type ScanOutcome, scanPaths } from '../../../scan.ts'
import { missingInventory } from '../errors.ts'

/** A copy that stands under an approval, and what is said of it once that has ended. */
export interface CarriedCopy {
  readonly finding: string
  readonly verdict: Finding['verdict']
  readonly severity: Finding['severity']
  readonly sentence: string
}

/** One approval that ends or has ended. */
export interface ExpiringApproval {
  readonly approval: string
  readonly for: string
  readonly owner: string
  readonly ticket: string | null
  /** When it ends; for a longest duration, when it ends for the first of its copies. */
  readonly endsAt: Instant
  readonly ended: boolean
  /** Findings that there are for its end, or that there would be. */
  readonly comesOfIt: readonly CarriedCopy[]
}

/** All of them by their end, and those that never end. */
export interface ExpiryReport {
  readonly at: string
  readonly inventory: string
  readonly expiring: readonly ExpiringApproval[]
  /** Approvals in force without any end. */
  readonly endless: readonly string[]
}

/** The report and what was read for it. */
export interface ExpiryAnswer extends ScanOutcome {
  readonly report: ExpiryReport
}

/** Reads the evidence and looks ahead. Nothing is written: an approval ends by time alone. Throws `TW_INVENTORY_MISSING`. */
export async function expireApprovals(options: ScanOptions): Promise<ExpiryAnswer> {
  const outcome = await scanPaths(options)
  const { inventory, now } = outcome.evidence
  if (!inventory.given) throw missingInventory()
  const approved = outcome.assessment.findings.filter(({ verdict }) => verdict === 'approved')
  const carried = Map.groupBy(approved, ({ approval }) => approval.id)
  const ends = inventory.approvals
    .flatMap((approval) => toEnd(approval, { carried: carried.get(approval.id) ?? [], now }))
    .sort((a, b) => (a.endsAt < b.endsAt ? -1 : Number(a.endsAt > b.endsAt)))
  const ahead = lookAhead(outcome)
  const report: ExpiryReport = {
    at: now,
    inventory: inventory.hash,
    expiring: ends.map((end) => toExpiring(end, ahead(end))),
    endless: inventory.approvals
      .filter((approval) => standingOf(approval, now) === 'in-force' && !ends.some((end) => end.approval === approval))
      .map(({ id }) => id),
  }
  return { ...outcome, report }
}

interface End {
  readonly approval: Approval
  readonly endsAt: Instant
  readonly ended: boolean
  /** Findings that it approves now. */
  readonly carried: readonly Finding[]
}

/** Unreviewed entries approve nothing, so nothing of them ends. */
function toEnd(approval: Approval, { carried, now }: Pick<End, 'carried'> & { readonly now: Instant }): readonly End[] {
  if (!approval.reviewed) return []
  const byDuration = approval.maxDuration === undefined ? [] : carried.flatMap(({ changesAt }) => changesAt ?? [])
  const endsAt = [...byDuration, ...(approval.validUntil === undefined ? [] : [approval.validUntil])].sort()[0]
  return endsAt === undefined ? [] : [{ approval, endsAt, ended: endsAt <= now, carried }]
}

/**
 * What is said at an end: today's findings for one that is past, an assessment of that moment for one to come. Costs one
 * assessment for each different end of approvals that carry a copy.
 */
function lookAhead({ evidence, assessment }: ScanOutcome): (end: End) => readonly Finding[] {
  const { facts, inventory, coverageBasis } = evidence
  const assessed = new Map<Instant, readonly Finding[]>()
  return ({ endsAt, ended, carried }) => {
    if (ended) return assessment.findings
    if (carried.length === 0) return []
    const known = assessed.get(endsAt)
    if (known !== undefined) return known
    const { findings } = assess({ facts, inventory, now: endsAt, coverageBasis, withPlaces: false }, assessmentParts())
    assessed.set(endsAt, findings)
    return findings
  }
}

function toExpiring({ approval, endsAt, ended, carried }: End, findings: readonly Finding[]): ExpiringApproval {
  const ids = new Set(carried.map(({ id }) => id))
  const isItsEnd = ({ id, verdict, approval: { nearest } }: Finding): boolean =>
    ended ? verdict === 'expired' && nearest === approval.id : ids.has(id)
  return {
    approval: approval.id,
    for: sayScope(approval.scope),
    owner: approval.owner,
    ticket: approval.ticket ?? null,
    endsAt,
    ended,
    comesOfIt: findings
      .filter((finding) => isItsEnd(finding) && finding.verdict !== 'approved')
      .map(({ id, verdict, severity, sentence }) => ({ finding: id, verdict, severity, sentence })),
  }
}
