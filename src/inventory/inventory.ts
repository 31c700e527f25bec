/** All inventory files as one value. */
import type { Tuning } from './schema.ts'
import { type InventoryFile, Tuning as TuningSchema } from './schema.ts'

/** What the operator knows and approved. `hash` names the version: SHA-256 over the canonical content, whatever the files. */
export interface Inventory extends Readonly<Omit<InventoryFile, 'tuning'>> {
  readonly tuning: Tuning
  readonly hash: string
  /** False when no inventory was given: then nothing can be called unapproved. */
  readonly given: boolean
}

/** The inventory of somebody who gave none: nothing known, nothing approved, default tuning. */
export const EMPTY_INVENTORY: Inventory = {
  devices: [],
  accounts: [],
  collectors: [],
  approvals: [],
  admins: [],
  automation: [],
  changeWindows: [],
  sensitiveNetworks: [],
  ticketSystems: [],
  tuning: TuningSchema.parse({}),
  hash: '',
  given: false,
}
