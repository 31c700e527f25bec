/** When an approval was first known: it approves from then on, whatever beginning it gives itself. */
import { canonicalJson } from '../kit/canonical-json.ts'
import type { Instant } from '../kit/instant.ts'
import type { Inventory } from './inventory.ts'
import type { Approval } from './schema.ts'

/** An inventory as it was loaded at a time. */
export interface LoadedVersion {
  readonly loadedAt: Instant
  readonly approvals: readonly Approval[]
}

/**
 * Gives every approval without `addedAt` the time of the first version that had it as it is, the versions in the order in which they were loaded.
 * What the very first version had was there before anybody kept versions: it stays undated.
 */
export function withFirstKnown(inventory: Inventory, versions: readonly LoadedVersion[]): Inventory {
  const firstKnown = new Map<string, Instant | undefined>()
  for (const [index, { loadedAt, approvals }] of versions.entries()) {
    for (const approval of approvals) {
      const text = canonicalJson({ ...approval })
      if (!firstKnown.has(text)) firstKnown.set(text, index === 0 ? undefined : loadedAt)
    }
  }
  return { ...inventory, approvals: inventory.approvals.map((approval) => date(approval, firstKnown)) }
}

function date(approval: Approval, firstKnown: ReadonlyMap<string, Instant | undefined>): Approval {
  const at = approval.addedAt ?? firstKnown.get(canonicalJson({ ...approval }))
  return at === undefined ? approval : { ...approval, addedAt: at }
}
