/** What of a copy is approved, where containing it need not take everything. */
import type { MirrorSession } from '../../facts/mirror-session.ts'
import { allowedPart } from '../../inventory/allowed-part.ts'
import type { Inventory } from '../../inventory/inventory.ts'
import { matchApproval } from '../../inventory/match-approvals.ts'
import type { Instant } from '../../kit/instant.ts'
import type { AssessedSetup } from '../assessed-setup.ts'

/** A form of a session that an approval allows, and which one. */
export interface AllowedCopy {
  readonly session: MirrorSession
  readonly approval: string
}

/**
 * The part of the copy that its nearest approval allows, else what it was before where that is approved; undefined where the
 * whole of it has to go.
 */
export function allowedCopyOf(
  { match, session, before, setup, timeline }: AssessedSetup,
  { inventory, now }: { readonly inventory: Inventory; readonly now: Instant },
): AllowedCopy | undefined {
  const { approvedBy, outOfTime, nearest } = match
  if (approvedBy !== undefined || outOfTime !== undefined) return undefined
  const part = nearest === undefined ? undefined : allowedPart(session, nearest)
  if (part !== undefined && nearest !== undefined) return { session: part, approval: nearest.approval.id }
  if (before === undefined) return undefined
  const request = { subject: timeline.subject, session: before, address: setup.key.address, at: now }
  const approval = matchApproval(request, inventory).approvedBy
  return approval === undefined ? undefined : { session: before, approval: approval.id }
}
