/** How an approval and a session differ, in words. */
import type { ApprovalDifference, ApprovalDimension, ApprovalMatch } from '../../inventory/approval-match.ts'
import { sayInstantsIn } from './times.ts'

type Nearest = NonNullable<ApprovalMatch['nearest']>

const OTHER: Readonly<Record<ApprovalDimension, string>> = {
  sources: 'other sources',
  direction: 'other direction',
  destination: 'other destination',
  carrier: 'other carrier',
  filter: 'other filter',
  session: 'other session',
  count: 'too many sessions',
  duration: 'too long',
  time: 'other time',
}

/** ` (nearest: APR-12, other destination)`; nothing where no approval is near. */
export function sayNearest(nearest: Nearest | undefined): string {
  if (nearest === undefined) return ''
  const others = new Set(nearest.differences.map(({ dimension }) => OTHER[dimension]))
  return ` (nearest: ${[nearest.approval.id, ...others].join(', ')})`
}

/** `sources Te0/0/2 (approved: Te0/0/1); direction both (approved: rx); duration longer (approved: 8h)`. */
export function sayDifferences(differences: readonly ApprovalDifference[]): string {
  return differences
    .map(({ dimension, approved, found }) => `${dimension} ${found} (approved: ${sayInstantsIn(approved)})`)
    .join('; ')
}
