/** The inventory by itself: authorised sessions, approved collectors, expected egress, and who and what is listed. */
import { sayScope } from '../../../inventory/diff/say-scope.ts'
import type { Inventory } from '../../../inventory/inventory.ts'
import { showApproved } from '../../../inventory/matching/compare-destinations.ts'
import { type Standing, standingOf } from '../../../inventory/matching/standing.ts'
import type { Approval, Collector } from '../../../inventory/schema.ts'
import type { Instant } from '../../../kit/instant.ts'
import { loadInventory } from '../../evidence/load-inventory.ts'
import { chooseNow } from '../../evidence/moments.ts'
import { missingInventory } from './errors.ts'

/** One approval as it stands now. `for` is its scope and `to` its destinations in words. */
export interface ShownApproval extends Approval {
  readonly for: string
  readonly to: string
  readonly state: Standing
}

/** One collector: every end that it is, and the approvals that name it. */
export interface ShownCollector {
  readonly name: string
  readonly realm: string
  readonly ends: readonly string[]
  readonly approvals: readonly string[]
}

/** The way that approved copies are expected to take: from whom, by which interfaces, how wrapped, to where. */
export interface ShownEgress {
  readonly approval: string
  readonly exporter: string
  /** Empty where the approval does not say. */
  readonly interfaces: readonly string[]
  readonly encapsulation: string | null
  readonly to: string
}

/** The whole inventory for a reader. */
export interface InventoryShow {
  readonly at: string
  readonly inventory: string
  readonly approvals: readonly ShownApproval[]
  readonly collectors: readonly ShownCollector[]
  readonly egress: readonly ShownEgress[]
  readonly listed: Readonly<
    Record<
      'devices' | 'accounts' | 'admins' | 'automation' | 'changeWindows' | 'sensitiveNetworks' | 'ticketSystems',
      number
    >
  >
}

/** Shows the inventory as of now or of a moment. Throws `TW_INVENTORY_MISSING`, `TW_INVENTORY_…` and `TW_CLI_TIME`. */
export function showInventory(options: {
  readonly inventory?: string | undefined
  readonly at?: string | undefined
}): InventoryShow {
  const { inventory } = loadInventory(options.inventory)
  if (!inventory.given) throw missingInventory()
  const now = chooseNow(options.at, [])
  return {
    at: now,
    inventory: inventory.hash,
    approvals: inventory.approvals.map((approval) => toShownApproval(approval, now)),
    collectors: inventory.collectors.map((collector) => toShownCollector(collector, inventory)),
    egress: inventory.approvals.map(toEgress),
    listed: {
      devices: inventory.devices.length,
      accounts: inventory.accounts.length,
      admins: inventory.admins.length,
      automation: inventory.automation.length,
      changeWindows: inventory.changeWindows.length,
      sensitiveNetworks: inventory.sensitiveNetworks.length,
      ticketSystems: inventory.ticketSystems.length,
    },
  }
}

function toShownApproval(approval: Approval, now: Instant): ShownApproval {
  return { ...approval, for: sayScope(approval.scope), to: sayDestinations(approval), state: standingOf(approval, now) }
}

function sayDestinations({ destinations, destinationKind }: Approval): string {
  return (
    destinations?.map(showApproved).join(', ') ??
    (destinationKind === undefined ? 'anywhere' : `any ${destinationKind}`)
  )
}

function toShownCollector(collector: Collector, { approvals }: Inventory): ShownCollector {
  const { name, realm, addresses, ports, vlans, resources } = collector
  const names = ({ destinations }: Approval): boolean => destinations?.some((end) => end.collector === name) === true
  return {
    name,
    realm,
    ends: [
      ...addresses,
      ...ports.map((port) => `${port.device} ${port.interface}`),
      ...vlans.map(
        ({ vlan, layer2Domain }) => `VLAN ${vlan}${layer2Domain === undefined ? '' : ` of ${layer2Domain}`}`,
      ),
      ...resources,
    ],
    approvals: approvals.filter(names).map(({ id }) => id),
  }
}

function toEgress(approval: Approval): ShownEgress {
  const { id, scope, egress = [], carrier = null } = approval
  return {
    approval: id,
    exporter: sayScope(scope),
    interfaces: egress,
    encapsulation: carrier,
    to: sayDestinations(approval),
  }
}
