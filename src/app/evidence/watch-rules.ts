/** Which flows are kept, by what the operator's inventory knows. */
import { WATCH_RULES_VERSION } from '../../flows/_watch/watch.ts'
import type { WatchRules } from '../../flows/contract.ts'
import type { Inventory } from '../../inventory/inventory.ts'

/** Rules that keep, beside every carrier of copies, what devices and collectors of a realm send. */
export function watchRulesOf({ devices, collectors }: Inventory, realm: string): WatchRules {
  const senders = [...devices, ...collectors].flatMap((known) => (known.realm === realm ? known.addresses : []))
  return { version: WATCH_RULES_VERSION, senders: [...new Set(senders)].sort() }
}
