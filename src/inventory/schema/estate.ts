/** What exists: devices, cloud accounts, and the places where copies may end. */
import { z } from 'zod'
import { address, list, name, network, realm } from './words.ts'

/** S1 normal, S2 sensitive, S3 critical: what a copy of it would harm. */
export const Sensitivity = z
  .enum(['normal', 'sensitive', 'critical'])
  .describe('How much harm a copy of this traffic does; critical is AAA, management and peering.')
export type Sensitivity = z.infer<typeof Sensitivity>

/** What the inventory knows of one port or bundle. */
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
  ownership: z
    .enum(['own', 'partner', 'unknown'])
    .default('own')
    .describe(
      'own: ours; partner: somebody we know, whose targets need an approval that names the account; unknown: not decided yet.',
    ),
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
  talksTo: z
    .array(network)
    .readonly()
    .optional()
    .describe('Addresses and networks that it is expected to send to. Where absent, any internal address.'),
})
export type Collector = z.infer<typeof Collector>

/** Addresses whose traffic must not be read by others, wherever it is copied. `{ network: '192.0.2.48/29', carries: 'tacacs' }`. */
export const SensitiveNetwork = z.strictObject({
  network: network.describe('The servers, or the network they are in.'),
  realm,
  carries: z
    .enum(['tacacs', 'radius', 'snmp', 'syslog', 'identity', 'management', 'backup', 'other'])
    .describe('What these addresses are spoken to for; tacacs, radius, snmp and identity traffic carries credentials.'),
  sensitivity: Sensitivity.default('critical'),
  description: z.string().optional(),
})
export type SensitiveNetwork = z.infer<typeof SensitiveNetwork>
