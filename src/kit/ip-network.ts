/** IP addresses and networks as operators and devices write them. Pure text in, values out; a host name is never looked up. */
import ipaddr from 'ipaddr.js'

/** An address range: `192.0.2.0/24`, or one address (`192.0.2.9`, which is `/32`). */
export interface IpNetwork {
  /** Canonical text with prefix length: `192.0.2.0/24`, `2001:db8::/32`. */
  readonly text: string
  /** The first address of the network, canonical. */
  readonly base: string
  readonly prefixLength: number
}

type Address = ipaddr.IPv4 | ipaddr.IPv6

/** The longest text an address or network has (IPv6 with a zone and a prefix length), with room to spare. */
const MAX_TEXT = 80

const DOTTED_QUAD = /^\d{1,3}(?:\.\d{1,3}){3}$/

/** Networks that are not routed on the public internet. @source RFC 1918, RFC 6598, RFC 4193, RFC 3927, RFC 4291 2.5.6 */
const INTERNAL_NETWORKS = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '169.254.0.0/16',
  'fc00::/7',
  'fe80::/10',
]

/**
 * The canonical text of one address: `2001:0DB8::1` → `2001:db8::1`, `::ffff:192.0.2.1` → `192.0.2.1`; a zone (`%eth0`) is
 * dropped. Undefined when the text is no address: only four-part decimal without leading zeros counts as IPv4.
 */
export function canonicalAddress(text: string): string | undefined {
  return readAddress(text)?.toString()
}

/** Reads `192.0.2.0/24` or a single address. Host bits are cleared. Undefined when the text is neither. Never throws. */
export function parseNetwork(text: string): IpNetwork | undefined {
  const [addressText = '', lengthText, ...rest] = text.trim().split('/')
  const address = readAddress(addressText)
  if (address === undefined || rest.length > 0) return undefined
  const bits = bitsOf(address)
  const prefixLength = lengthText === undefined ? bits : readPrefixLength(lengthText, bits)
  if (prefixLength === undefined) return undefined
  const base = networkBase(address, prefixLength)
  return { text: `${base}/${prefixLength}`, base, prefixLength }
}

/** Whether an address lies in a network; false for what is no address, and across IP versions. */
export function networkContains(network: IpNetwork, addressText: string): boolean {
  const address = readAddress(addressText)
  if (address === undefined || network.prefixLength > bitsOf(address)) return false
  return networkBase(address, network.prefixLength) === network.base
}

/** Whether an address is of private, shared, unique-local or link-local space. Documentation addresses are public space. */
export function isInternalAddress(addressText: string): boolean {
  return internalNetworks.some((network) => networkContains(network, addressText))
}

const internalNetworks = INTERNAL_NETWORKS.flatMap((text) => parseNetwork(text) ?? [])

function readAddress(text: string): Address | undefined {
  const bare = text.length > MAX_TEXT ? '' : text.trim().replace(/%.*$/, '')
  // The library throws inside for every host name, which costs more than reading the record that holds it.
  if (DOTTED_QUAD.test(bare)) return ipaddr.IPv4.isValidFourPartDecimal(bare) ? ipaddr.IPv4.parse(bare) : undefined
  if (!bare.includes(':') || !ipaddr.IPv6.isValid(bare)) return undefined
  const address = ipaddr.IPv6.parse(bare)
  return address.isIPv4MappedAddress() ? address.toIPv4Address() : address
}

function readPrefixLength(text: string, bits: number): number | undefined {
  const length = /^\d{1,3}$/.test(text) ? Number(text) : undefined
  return length === undefined || length > bits ? undefined : length
}

function bitsOf(address: Address): number {
  return address.kind() === 'ipv4' ? 32 : 128
}

function networkBase(address: Address, prefixLength: number): string {
  const masked = address.toByteArray().map((byte, at) => byte & byteMask(prefixLength - at * 8))
  return ipaddr.fromByteArray(masked).toString()
}

/** The mask of one byte of which the first `bits` count: 3 → 1110 0000. */
function byteMask(bits: number): number {
  return 0xff & (0xff00 >> Math.min(8, Math.max(0, bits)))
}
