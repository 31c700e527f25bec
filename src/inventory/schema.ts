/**
 * The operator's own files: what exists, what may copy traffic, and who may set it up. Published as a JSON Schema
 * (`docs/reference/inventory.schema.json`). One file may hold any of these lists; all files of a folder are one inventory.
 */
import { z } from 'zod'
import { parseInstant } from '../kit/instant.ts'
import { canonicalAddress, parseNetwork } from '../kit/ip-network.ts'
import { readVlanList } from './matching/vlan-list.ts'

const name = z.string().min(1)
const list = <T extends z.ZodType>(item: T) => z.array(item).readonly().default([])
const realm = name
  .default('default')
  .describe('Tenant or site whose names and addresses are its own. Realms never mix.')

const address = z.string().refine((text) => canonicalAddress(text) !== undefined, 'an IP address such as 192.0.2.9')
const network = z
  .string()
  .refine((text) => parseNetwork(text) !== undefined, 'an IP address or network such as 198.51.100.0/24')

const source = name.refine((text) => readVlanList(text)?.length !== 0, 'a list of VLANs such as vlan 10-20, 31')

/** A calendar day that exists, which `Date.parse` does not insist on (30 February). */
const hasRealDay = (text: string): boolean => parseInstant(text.slice(0, 10))?.startsWith(text.slice(0, 10)) === true
const time = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/, {
    error: 'an ISO 8601 time such as 2026-11-14T03:00:00Z',
    abort: true,
  })
  .refine((text) => parseInstant(text) !== undefined && hasRealDay(text), 'an ISO 8601 time that exists')
  .transform((text) => parseInstant(text) ?? text)
  .describe('ISO 8601 date or time. A missing zone is UTC; a date alone is 00:00 of that day.')
const duration = z
  .string()
  .regex(/^[1-9]\d{0,5}[mhd]$/, 'a duration such as 30m, 8h or 14d')
  .describe('30m, 8h or 14d.')

export const Sensitivity = z
  .enum(['normal', 'sensitive', 'critical'])
  .describe('How much harm a copy of this traffic does; critical is AAA, management and peering.')
export type Sensitivity = z.infer<typeof Sensitivity>

export const DeviceInterface = z.strictObject({
  name,
  ifIndex: z.int().positive().optional(),
  sensitivity: Sensitivity.optional(),
  description: z.string().optional(),
  members: list(name).describe('The ports of a bundle: what holds for the one holds for the other.'),
})
export type DeviceInterface = z.infer<typeof DeviceInterface>

/** A router or switch: every name it goes by, so that log, configuration and flow meet on one timeline. */
export const Device = z.strictObject({
  name,
  realm,
  platform: z.string().optional(),
  hostnames: list(name),
  addresses: list(address),
  serials: list(name),
  role: z.string().optional(),
  site: z.string().optional(),
  tags: list(name),
  sensitivity: Sensitivity.default('normal'),
  layer2Domain: z
    .string()
    .optional()
    .describe('Where an RSPAN VLAN of the same number is the same VLAN. The site where absent.'),
  interfaces: list(DeviceInterface),
})
export type Device = z.infer<typeof Device>

/** A cloud account, project or subscription. */
export const CloudAccount = z.strictObject({
  id: name,
  name: z.string().optional(),
  realm,
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
  realm,
  addresses: list(network),
  ports: list(z.strictObject({ device: name, interface: name })),
  vlans: list(
    z.strictObject({
      layer2Domain: name.optional().describe('Every layer-2 domain where absent.'),
      vlan: z.int().min(1).max(4094),
    }),
  ),
  resources: list(name),
})
export type Collector = z.infer<typeof Collector>

/** Which subjects something speaks of: every member given must hold. `{ role: 'edge', site: 'ams1' }`. */
export const Scope = z
  .strictObject({
    realm: name.optional().describe('The default realm where absent; every realm with everywhere: true.'),
    device: name.optional().describe('Any name of one device: host name, address or serial.'),
    account: name.optional().describe('Id or name of one cloud account.'),
    region: name.optional(),
    role: name.optional(),
    site: name.optional(),
    tag: name.optional(),
    vpc: name.optional(),
    everywhere: z.literal(true).optional(),
  })
  .refine((scope) => Object.values(scope).some((member) => member !== undefined), {
    error: 'a scope that names a device, account, region, role, site, tag, vpc or realm, or says everywhere: true',
  })
  .meta({ minProperties: 1 })
export type Scope = z.infer<typeof Scope>

export const Purpose = z.enum([
  'netops',
  'troubleshooting',
  'soc-capture',
  'ids-ndr',
  'automation',
  'mssp',
  'migration',
])
export type Purpose = z.infer<typeof Purpose>

/** Where an approved copy may go: one member. A collector by name, or the end itself. */
export const ApprovedDestination = z
  .strictObject({
    collector: name.optional(),
    ip: network.optional(),
    interface: name.optional(),
    vlan: z.int().min(1).max(4094).optional(),
    resource: name.optional(),
    file: name.optional(),
  })
  .refine((end) => Object.values(end).filter((member) => member !== undefined).length === 1, {
    error: 'a destination with exactly one of collector, ip, interface, vlan, resource, file',
  })
  .meta({ minProperties: 1, maxProperties: 1 })
export type ApprovedDestination = z.infer<typeof ApprovedDestination>

/** Permission for one session or a pattern of sessions. A member left out allows anything in that dimension. */
export const Approval = z
  .strictObject({
    id: name,
    scope: Scope,
    session: name.optional().describe('Session name or id; a trailing * ends a prefix.'),
    sources: z
      .array(source)
      .readonly()
      .optional()
      .describe(
        'Interfaces (ranges as the platform writes them), vlan 10-20, cloud resource ids; a trailing * ends a prefix.',
      ),
    direction: z.enum(['rx', 'tx', 'both']).optional(),
    destinations: z.array(ApprovedDestination).readonly().optional(),
    destinationKind: z.enum(['interface', 'vlan', 'ip', 'resource', 'file']).optional(),
    carrier: z.enum(['local', 'rspan', 'erspan', 'gre', 'vxlan', 'capture', 'cloud']).optional(),
    filter: z.string().optional().describe('The filter that must be on the session, as the platform names it.'),
    egress: z.array(name).readonly().optional(),
    purpose: Purpose,
    owner: name,
    ticket: z.string().optional(),
    approvers: list(name),
    validFrom: time.optional(),
    validUntil: time
      .optional()
      .describe('The first instant at which it no longer holds; a date alone is 00:00 of that day, UTC.'),
    maxDuration: duration.optional(),
    maxCount: z.int().positive().optional().describe('How many sessions it allows at a time.'),
    reviewed: z
      .boolean()
      .default(true)
      .describe('False for what a baseline proposed and nobody has looked at: such an entry never approves.'),
    note: z.string().optional(),
  })
  .refine(({ validFrom = '', validUntil = '~' }) => validFrom < validUntil, {
    path: ['validUntil'],
    error: 'a time after validFrom',
  })
export type Approval = z.infer<typeof Approval>

/** A person's account that may change mirroring, and the networks it works from. */
export const Admin = z.strictObject({
  account: name,
  scope: Scope.optional(),
  networks: list(network),
})
export type Admin = z.infer<typeof Admin>

/** A machine's identity: recognised by role session, federated issuer or pipeline subject and by its networks, never by user agent. */
export const Automation = z.strictObject({
  name,
  account: name.optional(),
  role: name.optional(),
  issuer: name.optional(),
  scope: Scope.optional(),
  networks: list(network),
})
export type Automation = z.infer<typeof Automation>

export const ChangeWindow = z
  .strictObject({ name, from: time, until: time, scope: Scope.optional(), ticket: z.string().optional() })
  .refine(({ from, until }) => from < until, { path: ['until'], error: 'a time after from' })
export type ChangeWindow = z.infer<typeof ChangeWindow>

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
  tuning: Tuning.optional(),
})
export type InventoryFile = z.infer<typeof InventoryFile>
