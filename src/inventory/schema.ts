/**
 * The operator's own files: what exists, what may copy traffic, and who may set it up. Published as a JSON Schema.
 * One file may hold any of these lists; all files of a folder are one inventory.
 */
import { z } from 'zod'

const name = z.string().min(1)
const list = <T extends z.ZodType>(item: T) => z.array(item).readonly().default([])
/** ISO 8601 date or time; a missing zone is UTC. */
const time = z.string().regex(/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/, 'an ISO 8601 time such as 2026-11-14T03:00:00Z')
/** `30m`, `8h`, `14d`. */
const duration = z.string().regex(/^\d+[mhd]$/, 'a duration such as 30m, 8h or 14d')

/** How much harm a copy of this traffic does: S1 normal, S2 sensitive, S3 AAA, management or peering. */
export const Sensitivity = z.enum(['normal', 'sensitive', 'critical'])

export const DeviceInterface = z.strictObject({
  name,
  ifIndex: z.int().positive().optional(),
  sensitivity: Sensitivity.optional(),
  description: z.string().optional(),
})

/** A router or switch: every name it goes by, so that log, configuration and flow meet on one timeline. */
export const Device = z.strictObject({
  name,
  realm: z.string().default('default'),
  platform: z.string().optional(),
  hostnames: list(name),
  addresses: list(name),
  serials: list(name),
  role: z.string().optional(),
  site: z.string().optional(),
  tags: list(name),
  sensitivity: Sensitivity.default('normal'),
  /** Layer-2 domain: where an RSPAN VLAN of the same number is the same VLAN. The site where absent. */
  layer2Domain: z.string().optional(),
  interfaces: list(DeviceInterface),
})
export type Device = z.infer<typeof Device>

/** A cloud account, project or subscription. */
export const CloudAccount = z.strictObject({
  id: name,
  name: z.string().optional(),
  realm: z.string().default('default'),
  provider: z.enum(['aws', 'azure', 'gcp']),
  ownership: z.enum(['own', 'partner', 'unknown']).default('own'),
  role: z.string().optional(),
  tags: list(name),
  sensitivity: Sensitivity.default('normal'),
})
export type CloudAccount = z.infer<typeof CloudAccount>

/** A place where copies may end: by address or network, by port of a device, by RSPAN VLAN, by cloud resource. */
export const Collector = z.strictObject({
  name,
  realm: z.string().default('default'),
  addresses: list(name),
  ports: list(z.strictObject({ device: name, interface: name })),
  vlans: list(z.strictObject({ layer2Domain: name.optional(), vlan: z.int().min(1).max(4094) })),
  resources: list(name),
})
export type Collector = z.infer<typeof Collector>

/** Which subjects something speaks of: every member given must hold. `{ role: 'edge', site: 'ams1' }`. */
export const Scope = z
  .strictObject({
    device: name.optional(),
    account: name.optional(),
    region: name.optional(),
    role: name.optional(),
    site: name.optional(),
    tag: name.optional(),
    vpc: name.optional(),
    everywhere: z.literal(true).optional(),
  })
  .refine((scope) => Object.values(scope).some((member) => member !== undefined), 'a scope names a device, account, region, role, site, tag, vpc, or says everywhere: true')
export type Scope = z.infer<typeof Scope>

export const Purpose = z.enum(['netops', 'troubleshooting', 'soc-capture', 'ids-ndr', 'automation', 'mssp', 'migration'])
export type Purpose = z.infer<typeof Purpose>

/** Where an approved copy may go: one member. A collector by name, or the end itself. */
export const ApprovedDestination = z.strictObject({
  collector: name.optional(),
  ip: name.optional(),
  interface: name.optional(),
  vlan: z.int().min(1).max(4094).optional(),
  resource: name.optional(),
  file: name.optional(),
})
export type ApprovedDestination = z.infer<typeof ApprovedDestination>

/** Permission for one session or a pattern of sessions. A member left out allows anything in that dimension. */
export const Approval = z.strictObject({
  id: name,
  scope: Scope,
  session: name.optional(),
  /** Interface names (ranges as the platform writes them), `vlan 10-20`, cloud resource ids; `*` ends a prefix. */
  sources: z.array(name).readonly().optional(),
  direction: z.enum(['rx', 'tx', 'both']).optional(),
  destinations: z.array(ApprovedDestination).readonly().optional(),
  destinationKind: z.enum(['interface', 'vlan', 'ip', 'resource', 'file']).optional(),
  carrier: z.enum(['local', 'rspan', 'erspan', 'gre', 'vxlan', 'capture', 'cloud']).optional(),
  filter: z.string().optional(),
  egress: z.array(name).readonly().optional(),
  purpose: Purpose,
  owner: name,
  ticket: z.string().optional(),
  approvers: list(name),
  validFrom: time.optional(),
  validUntil: time.optional(),
  maxDuration: duration.optional(),
  maxCount: z.int().positive().optional(),
  /** False for what a baseline proposed and nobody has looked at: such an entry never approves. */
  reviewed: z.boolean().default(true),
  note: z.string().optional(),
})
export type Approval = z.infer<typeof Approval>

/** A person's account that may change mirroring, and the networks it works from. */
export const Admin = z.strictObject({
  account: name,
  scope: Scope.optional(),
  networks: list(name),
})
export type Admin = z.infer<typeof Admin>

/** A machine's identity: recognised by role session, federated issuer or pipeline subject and by its networks, never by user agent. */
export const Automation = z.strictObject({
  name,
  account: name.optional(),
  role: name.optional(),
  issuer: name.optional(),
  scope: Scope.optional(),
  networks: list(name),
})
export type Automation = z.infer<typeof Automation>

export const ChangeWindow = z.strictObject({ name, from: time, until: time, scope: Scope.optional(), ticket: z.string().optional() })
export type ChangeWindow = z.infer<typeof ChangeWindow>

/** The knobs of AN1132 and AN1131 by their names in ATT&CK, and nothing else. */
export const Tuning = z.strictObject({
  /** Ways of changing that are looked at: `cli`, `netconf`, `snmp`, `api`, `copy`. All where absent. */
  ConfigChangeType: z.array(z.enum(['cli', 'netconf', 'snmp', 'api', 'console', 'copy', 'unknown'])).readonly().optional(),
  /** Ports that are shown as context when a copy goes there; never a finding by themselves. */
  MirrorDestinationPort: z.array(z.int().min(1).max(65535)).readonly().default([4443, 8443, 2055]),
  /** Roles that are looked at; all where absent. */
  DeviceRole: z.array(name).readonly().optional(),
  /** How close, in seconds, a related act counts as "around" a change. */
  TimeWindow: z.int().positive().default(3600),
  /** Networks in which mirror destinations are expected to be. */
  MirrorDestinationCIDR: z.array(name).readonly().optional(),
  /** Accounts and role names expected to manage mirroring. */
  UserIdentity: z.array(name).readonly().optional(),
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
  tuning: Tuning.optional(),
})
export type InventoryFile = z.infer<typeof InventoryFile>
