/** How an approval and a session differ, in words. */
import type { ApprovalDifference } from '../../inventory/approval-match.ts'
import { sayInstantsIn } from './times.ts'

/** `sources Te0/0/2 (approved: Te0/0/1); direction both (approved: rx); duration longer (approved: 8h)`. */
export function sayDifferences(differences: readonly ApprovalDifference[]): string {
  return differences
    .map(({ dimension, approved, found }) => `${dimension} ${found} (approved: ${sayInstantsIn(approved)})`)
    .join('; ')
}
