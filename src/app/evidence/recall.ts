/** What a store and its inventory held at a moment. */
import type { Fact } from '../../facts/fact.ts'
import { withFirstKnown } from '../../inventory/first-known.ts'
import { EMPTY_INVENTORY, type Inventory } from '../../inventory/inventory.ts'
import { parseInventory } from '../../inventory/parse-inventory.ts'
import { type Instant, parseInstant } from '../../kit/instant.ts'
import type { InventoryVersion, Store } from '../../store/contract.ts'
import { badTime } from './errors.ts'

/** Facts, and the inventory they are judged by. */
export interface Known {
  readonly facts: readonly Fact[]
  readonly inventory: Inventory
}

/** What the store held when it was last scanned. Has to be asked before a run puts anything into it. */
export async function recallLastRun(store: Store): Promise<(Known & { readonly now: Instant }) | undefined> {
  const run = (await store.runs()).at(-1)
  if (run === undefined) return undefined
  return { ...(await recall(store, EMPTY_INVENTORY, run.startedAt)), now: run.now }
}

/** Facts and inventory as of now, or as they were known at an earlier moment. */
export async function recall(store: Store, current: Inventory, asKnown: string | undefined): Promise<Known> {
  const versions = await store.inventories()
  if (asKnown === undefined) {
    const inForce = current.given ? current : inventoryOf(versions.at(-1))
    return { facts: await store.facts(), inventory: datedBy(versions, inForce) }
  }
  const knownAt = parseInstant(asKnown)
  if (knownAt === undefined) throw badTime('--as-known', asKnown)
  const known = versions.filter(({ loadedAt }) => loadedAt <= knownAt)
  return { facts: await store.facts({ knownAt }), inventory: datedBy(known, inventoryOf(known.at(-1))) }
}

/** A run that gives no inventory is judged by the last one that the store was given. */
function inventoryOf(version: InventoryVersion | undefined): Inventory {
  return version === undefined ? EMPTY_INVENTORY : parseInventory(version.files)
}

/** One version alone knows no before. */
function datedBy(versions: readonly InventoryVersion[], inventory: Inventory): Inventory {
  if (versions.length < 2) return inventory
  const loaded = versions.map(({ loadedAt, files }) => ({ loadedAt, approvals: parseInventory(files).approvals }))
  return withFirstKnown(inventory, loaded)
}
