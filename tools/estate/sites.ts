/** The sites of the example estate beside its headquarters: who they are, and what each device is told on which day. */

/** Four vendors, one for each site. */
export type Vendor = 'nxos' | 'eos' | 'junos' | 'ios'

/** One device of a site. `octet` is the last part of its address. */
export interface EstateDevice {
  readonly name: string
  readonly site: string
  readonly vendor: Vendor
  readonly role: 'leaf' | 'spine' | 'edge' | 'access' | 'firewall'
  readonly address: string
  readonly sensitivity?: 'sensitive' | 'critical'
  /** From this day of November on nothing is heard of it. */
  readonly darkFrom?: number
}

/** A part of a configuration that is there from one day of November on, until another. */
export interface Block {
  readonly device: string
  readonly from: number
  readonly until?: number
  readonly text: string
}

const PLATFORMS: Readonly<Record<Vendor, string>> = {
  nxos: 'cisco-nxos',
  eos: 'arista-eos',
  junos: 'junos',
  ios: 'cisco-ios',
}

/** What the inventory calls the platform. */
export function platformOf({ vendor }: EstateDevice): string {
  return PLATFORMS[vendor]
}

interface SitePlan {
  readonly site: string
  readonly vendor: Vendor
  /** Of 198.51.100.0/24. */
  readonly firstHost: number
  readonly names: readonly (readonly [name: string, role: EstateDevice['role']])[]
}

const numbered = (stem: string, count: number, role: EstateDevice['role']) =>
  Array.from({ length: count }, (_, index) => [`${stem}-${index + 1}`, role] as const)

const PLANS: readonly SitePlan[] = [
  {
    site: 'dc1',
    vendor: 'nxos',
    firstHost: 61,
    names: [...numbered('dc1-leaf', 6, 'leaf'), ...numbered('dc1-spine', 2, 'spine')],
  },
  {
    site: 'ams',
    vendor: 'eos',
    firstHost: 81,
    names: [...numbered('ams-leaf', 6, 'leaf'), ...numbered('ams-spine', 2, 'spine'), ['ams-edge-1', 'edge']],
  },
  {
    site: 'fra',
    vendor: 'junos',
    firstHost: 101,
    names: [
      ...numbered('fra-mx', 2, 'edge'),
      ...numbered('fra-ex', 6, 'access'),
      ...numbered('fra-srx', 2, 'firewall'),
    ],
  },
  {
    site: 'par',
    vendor: 'ios',
    firstHost: 121,
    names: [...numbered('par-rtr', 2, 'edge'), ...numbered('par-sw', 7, 'access')],
  },
]

const DARK_FROM: Readonly<Record<string, number>> = { 'par-sw-6': 8, 'fra-ex-6': 9 }
const SENSITIVITY: Readonly<Record<string, 'sensitive' | 'critical'>> = {
  'dc1-leaf-3': 'sensitive',
  'fra-srx-1': 'critical',
}

/** All devices, site by site. */
export const DEVICES: readonly EstateDevice[] = PLANS.flatMap(({ site, vendor, firstHost, names }) =>
  names.map(([name, role], index) => {
    const [darkFrom, sensitivity] = [DARK_FROM[name], SENSITIVITY[name]]
    return {
      name,
      site,
      vendor,
      role,
      address: `198.51.100.${firstHost + index}`,
      ...(darkFrom === undefined ? {} : { darkFrom }),
      ...(sensitivity === undefined ? {} : { sensitivity }),
    }
  }),
)

const nxosErspan = (id: number, source: string, destination: string): string =>
  `monitor session ${id} type erspan-source\n  erspan-id ${id}\n  vrf default\n  destination ip ${destination}\n  source interface ${source} rx\n  no shut\n`

/** What was set up on the devices, and when. Blocks of Junos are `set` commands without the first word. */
export const BLOCKS: readonly Block[] = [
  ...['dc1-leaf-1', 'dc1-leaf-2', 'dc1-leaf-4', 'dc1-leaf-5'].map((device) => ({
    device,
    from: 1,
    text: nxosErspan(10, 'Ethernet1/1', '198.51.100.40'),
  })),
  { device: 'fra-mx-2', from: 13, text: 'interfaces ge-0/0/5 unit 0 description "rack 5, new switch"\n' },
  ...['par-rtr-1', 'par-rtr-2'].map((device, index) => ({
    device,
    from: 1,
    text: `interface Tunnel0\n description DMVPN\n ip address 192.0.2.${241 + index} 255.255.255.248\n ip nhrp network-id 1\n tunnel source Loopback0\n tunnel mode gre multipoint\n!\n`,
  })),
  { device: 'dc1-leaf-3', from: 13, text: nxosErspan(9, 'Ethernet1/49', '203.0.113.80') },
  ...['ams-leaf-1', 'ams-leaf-2'].map((device) => ({
    device,
    from: 1,
    text: 'monitor session IDS source Ethernet49\nmonitor session IDS destination Ethernet48\n',
  })),
  {
    device: 'ams-edge-1',
    from: 6,
    text: 'monitor session TSHOOT source Ethernet3 rx\nmonitor session TSHOOT destination Ethernet24\n',
  },
  { device: 'ams-spine-1', from: 1, text: 'monitor session OLD source Ethernet1\n' },
  {
    device: 'fra-mx-1',
    from: 1,
    text: 'forwarding-options analyzer IDS input ingress interface ge-0/0/1.0\nforwarding-options analyzer IDS output ip-address 198.51.100.60\n',
  },
  { device: 'fra-mx-1', from: 12, text: 'forwarding-options analyzer IDS input egress interface ge-0/0/1.0\n' },
  {
    device: 'fra-ex-1',
    from: 1,
    text: 'forwarding-options analyzer IDS input ingress interface ge-0/0/2.0\nforwarding-options analyzer IDS output interface ge-0/0/47.0\n',
  },
  {
    device: 'par-sw-1',
    from: 1,
    text: 'monitor session 1 source interface Gi1/0/1 - 4 rx\nmonitor session 1 destination interface Gi1/0/48\n!\n',
  },
  {
    device: 'par-rtr-1',
    from: 11,
    text: 'monitor session 3 type erspan-source\n no shutdown\n source interface GigabitEthernet0/0/0 both\n destination\n  erspan-id 33\n  ip address 203.0.113.81\n  origin ip address 198.51.100.121\n!\n',
  },
  {
    device: 'par-rtr-2',
    from: 10,
    text: 'event manager applet NIGHT-CHECK\n event timer cron cron-entry "0 3 * * *"\n action 1.0 cli command "enable"\n action 2.0 cli command "configure terminal"\n action 3.0 cli command "monitor session 5 source interface Gi0/0/1 both"\n action 4.0 cli command "monitor session 5 destination interface Gi0/0/3"\n!\n',
  },
]

/** The blocks of one device on one day. */
export function blocksOn(device: EstateDevice, day: number): string {
  return BLOCKS.filter((block) => block.device === device.name && block.from <= day && (block.until ?? 99) > day)
    .map(({ text }) => text)
    .join('')
}
