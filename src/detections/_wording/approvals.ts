/** How an approval and a session differ, in words. */
import type { ApprovalDifference, ApprovalMatch } from '../../inventory/approval-match.ts'

type Nearest = NonNullable<ApprovalMatch['nearest']>

/** ` (nearest: APR-12, other destination)`; nothing where no approval is near. */
export function sayNearest(nearest: Nearest | undefined): string {
  if (nearest === undefined) return ''
  const others = nearest.differences.map(({ dimension }) => `other ${dimension}`)
  return ` (nearest: ${[nearest.approval.id, ...others].join(', ')})`
}

/** `sources Te0/0/1, Te0/0/2 (approved: Te0/0/1); direction both (approved: rx)`. */
export function sayDifferences(differences: readonly ApprovalDifference[]): string {
  return differences.map(({ dimension, approved, found }) => `${dimension} ${found} (approved: ${approved})`).join('; ')
}
