/** What may copy traffic, who may set it up, and when. */
import { z } from 'zod'
import { duration, list, name, network, source, time } from './words.ts'

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

/** What a copy is for. Lawful intercept is not among them: it has a compartment of its own. */
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
    account: name.optional().describe('Any target that this cloud account owns: how an approval names a partner.'),
  })
  .refine((end) => Object.values(end).filter((member) => member !== undefined).length === 1, {
    error: 'a destination with exactly one of collector, ip, interface, vlan, resource, file, account',
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
    egress: z
      .array(name)
      .readonly()
      .optional()
      .describe(
        'Interfaces by which the copy is expected to leave its device. Flow records that show it leaving by another one make a finding.',
      ),
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
    addedAt: time.optional().describe('When the approval was written, which need not be when it begins.'),
    addedBy: name.optional().describe('The account that wrote it.'),
    forced: name
      .optional()
      .describe('Why it was written although its approver or writer set up the copy; shown wherever the approval is.'),
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

/** A span in which changes may be made, `until` exclusive. */
export const ChangeWindow = z
  .strictObject({ name, from: time, until: time, scope: Scope.optional(), ticket: z.string().optional() })
  .refine(({ from, until }) => from < until, { path: ['until'], error: 'a time after from' })
export type ChangeWindow = z.infer<typeof ChangeWindow>

/** A system that change tickets come from, and how its numbers look. `{ name: 'ServiceNow', numbers: ['CHG*'] }`. */
export const TicketSystem = z.strictObject({
  name,
  numbers: z
    .array(name)
    .readonly()
    .describe('How ticket numbers begin, with a trailing *: approve refuses a ticket that looks like none of them.'),
})
export type TicketSystem = z.infer<typeof TicketSystem>
