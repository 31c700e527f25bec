/**
 * The operator's own files: what exists, what may copy traffic, and who may set it up. Published as a JSON Schema
 * (`docs/reference/inventory.schema.json`). One file may hold any of these lists; all files of a folder are one inventory.
 */
import { z } from 'zod'
import { CloudAccount, Collector, Device, SensitiveNetwork } from './schema/estate.ts'
import { Admin, Approval, Automation, ChangeWindow, TicketSystem } from './schema/permission.ts'
import { list, name, network } from './schema/words.ts'

export { CloudAccount, Collector, Device, Sensitivity } from './schema/estate.ts'
export { Approval } from './schema/permission.ts'

/** The knobs of AN1132 and AN1131 by their names in ATT&CK, and nothing else. */
export const Tuning = z.strictObject({
  ConfigChangeType: z
    .array(z.enum(['cli', 'netconf', 'snmp', 'api', 'console', 'copy', 'unknown']))
    .readonly()
    .optional()
    .describe('Ways of changing that are looked at; all where absent.'),
  MirrorDestinationPort: z
    .array(z.int().min(1).max(65535))
    .readonly()
    .default([4443, 8443, 2055])
    .describe('Ports that are shown as context when a copy goes there; never a finding by themselves.'),
  DeviceRole: z.array(name).readonly().optional().describe('Roles that are looked at; all where absent.'),
  TimeWindow: z
    .int()
    .positive()
    .default(3600)
    .describe('How close, in seconds, a related act counts as around a change.'),
  MirrorDestinationCIDR: z
    .array(network)
    .readonly()
    .optional()
    .describe('Networks in which mirror destinations are expected to be.'),
  UserIdentity: z.array(name).readonly().optional().describe('Accounts and role names expected to manage mirroring.'),
})
export type Tuning = z.infer<typeof Tuning>

/** One inventory file. */
export const InventoryFile = z.strictObject({
  devices: list(Device),
  accounts: list(CloudAccount),
  collectors: list(Collector),
  approvals: list(Approval),
  admins: list(Admin),
  automation: list(Automation),
  changeWindows: list(ChangeWindow),
  sensitiveNetworks: list(SensitiveNetwork),
  ticketSystems: list(TicketSystem),
  tuning: Tuning.optional(),
})
export type InventoryFile = z.infer<typeof InventoryFile>
