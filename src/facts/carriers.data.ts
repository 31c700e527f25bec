/** Encapsulations by which a copy travels, and how each shows on the wire. */

/** One of them. `name` stands in facts; `encapsulations` are the words sessions use for it. */
export interface Carrier {
  readonly name: string
  readonly title: string
  readonly encapsulations: readonly string[]
  /** Nothing but copies travels in it: seeing its header bytes is seeing a copy. */
  readonly copiesOnly: boolean
  /** IP protocol number. */
  readonly protocol: number
  /** Protocol type in the GRE header. */
  readonly greType?: number
  /** Usual UDP port; operators may choose others. */
  readonly port?: number
}

const GRE = 47
const UDP = 17

/**
 * The position in this list is the code that decoders write into rows; 0 is none.
 *
 * @source draft-foschiano-erspan-03: GRE types 0x88BE (types I and II) and 0x22EB (type III)
 * @source RFC 2784, RFC 2890 (GRE), RFC 7348 (VXLAN, port 4789), RFC 8926 (GENEVE, port 6081), RFC 7637 (NVGRE, type 0x6558)
 * @source tcpdump print-gre.c and print-tzsp.c; Wireshark packet-hp-erm.c (port 7932); sonic-utilities mirror_session (0x8949)
 * @source IANA protocol numbers: 4 IP-in-IP, 41 IPv6, 47 GRE, 115 L2TPv3, 137 MPLS-in-IP
 */
export const CARRIERS = [
  { name: '', title: 'none', encapsulations: [], copiesOnly: false, protocol: -1 },
  {
    name: 'erspan-1',
    title: 'ERSPAN type I',
    encapsulations: ['erspan'],
    copiesOnly: true,
    protocol: GRE,
    greType: 0x88be,
  },
  {
    name: 'erspan-2',
    title: 'ERSPAN type II',
    encapsulations: ['erspan'],
    copiesOnly: true,
    protocol: GRE,
    greType: 0x88be,
  },
  {
    name: 'erspan-3',
    title: 'ERSPAN type III',
    encapsulations: ['erspan', 'erspan3'],
    copiesOnly: true,
    protocol: GRE,
    greType: 0x22eb,
  },
  {
    name: 'gre-mirror',
    title: 'GRE with the mirror type of SONiC',
    encapsulations: ['gre', 'erspan'],
    copiesOnly: true,
    protocol: GRE,
    greType: 0x8949,
  },
  {
    name: 'gre-ethernet',
    title: 'Ethernet in GRE',
    encapsulations: ['gre', 'l2gre', 'gretap', 'nvgre'],
    copiesOnly: false,
    protocol: GRE,
    greType: 0x6558,
  },
  {
    name: 'gre-ip',
    title: 'IP in GRE',
    encapsulations: ['gre', 'l3gre'],
    copiesOnly: false,
    protocol: GRE,
    greType: 0x0800,
  },
  {
    name: 'gre-eoip',
    title: 'EoIP in GRE',
    encapsulations: ['gre', 'eoip'],
    copiesOnly: false,
    protocol: GRE,
    greType: 0x6400,
  },
  {
    name: 'gre',
    title: 'GRE (protocol 47)',
    encapsulations: ['gre', 'l2gre', 'l3gre', 'gretap', 'nvgre', 'erspan', 'erspan3'],
    copiesOnly: false,
    protocol: GRE,
  },
  { name: 'vxlan', title: 'VXLAN', encapsulations: ['vxlan'], copiesOnly: false, protocol: UDP, port: 4789 },
  { name: 'geneve', title: 'GENEVE', encapsulations: ['geneve'], copiesOnly: false, protocol: UDP, port: 6081 },
  { name: 'tzsp', title: 'TZSP', encapsulations: ['tzsp'], copiesOnly: true, protocol: UDP, port: 37008 },
  { name: 'hp-erm', title: 'HP ERM', encapsulations: ['hp-erm', 'udp'], copiesOnly: true, protocol: UDP, port: 7932 },
  {
    name: 'jmirror',
    title: 'Juniper packet mirroring',
    encapsulations: ['jmirror', 'udp'],
    copiesOnly: true,
    protocol: UDP,
    port: 30030,
  },
  {
    name: 'peekremote',
    title: 'PEEKREMOTE',
    encapsulations: ['peekremote'],
    copiesOnly: true,
    protocol: UDP,
    port: 5555,
  },
  { name: 'ip-in-ip', title: 'IP in IP', encapsulations: ['ip-in-ip', 'ipip'], copiesOnly: false, protocol: 4 },
  { name: 'l2tpv3', title: 'L2TPv3', encapsulations: ['l2tpv3'], copiesOnly: false, protocol: 115 },
] as const satisfies readonly Carrier[]

/** The word for a carrier in facts. */
export type CarrierName = (typeof CARRIERS)[number]['name']

const BY_NAME: ReadonlyMap<string, Carrier> = new Map(CARRIERS.map((carrier) => [carrier.name, carrier]))

/** The carrier of a name; the empty one for a name that nobody knows. */
export function carrierNamed(name: string): Carrier {
  return BY_NAME.get(name) ?? CARRIERS[0]
}

/** The code that rows use. */
export function carrierCode(name: CarrierName): number {
  return CARRIERS.findIndex((carrier) => carrier.name === name)
}
