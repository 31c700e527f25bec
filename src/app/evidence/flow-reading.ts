/** How flows are read: by which formats, and which of them are kept by what the operator's inventory knows. */
import type { Trust } from '../../facts/schema-parts.ts'
import { createFlowRun } from '../../flows/_run/flow-run.ts'
import { WATCH_RULES_VERSION } from '../../flows/_watch/watch.ts'
import type { FlowRun, WatchRules } from '../../flows/contract.ts'
import type { Inventory } from '../../inventory/inventory.ts'
import type { Instant } from '../../kit/instant.ts'
import { flowFormats } from '../plug-ins.ts'

/** Rules that keep, beside every carrier of copies, what devices and collectors of a realm send. */
export function watchRulesOf({ devices, collectors }: Inventory, realm: string): WatchRules {
  const senders = [...devices, ...collectors].flatMap((known) => (known.realm === realm ? known.addresses : []))
  return { version: WATCH_RULES_VERSION, senders: [...new Set(senders)].sort() }
}

/** What a run of readings shares. */
export interface RunCircumstances {
  readonly inventory: Inventory
  readonly realm: string
  readonly trust: Trust
  /** Stands in for a missing time. */
  readonly reference: Instant
}

/** Makes a run with all formats. */
export function openFlowRun({ inventory, realm, trust, reference }: RunCircumstances): FlowRun {
  return createFlowRun({ formats: flowFormats, realm, trust, reference, watch: watchRulesOf(inventory, realm) })
}
