/** When an answer changes by itself: the engine wakes then, and nothing polls. */
import type { Inventory } from '../../inventory/inventory.ts'
import { nextApprovalChange } from '../../inventory/match-approvals.ts'
import type { Instant } from '../../kit/instant.ts'
import type { AssessedSetup } from '../assessed-setup.ts'

/**
 * The first instant after `now` at which an approval of any of these set-ups, or of what one was before, begins or ends, or its
 * longest duration is reached; undefined when time alone changes nothing. What has ended stays as it was at its end.
 */
export function nextChangeOf(
  setups: readonly AssessedSetup[],
  { inventory, now }: { readonly inventory: Inventory; readonly now: Instant },
): Instant | undefined {
  return setups
    .filter(({ setup }) => setup.status !== 'ended')
    .flatMap((assessed) => nextChanges(assessed, inventory, now))
    .sort()[0]
}

/** The playbook goes back to what the session was before, while that is approved. */
function nextChanges(assessed: AssessedSetup, inventory: Inventory, now: Instant): readonly Instant[] {
  const { setup, session, before, timeline, episode } = assessed
  const request = { subject: timeline.subject, address: setup.key.address, at: now }
  return [
    nextApprovalChange({ ...request, session, since: episode.from }, inventory) ?? [],
    before === undefined ? [] : (nextApprovalChange({ ...request, session: before }, inventory) ?? []),
  ].flat()
}
