/** The names that records give, brought to one spelling for each thing, inside their realm. */
import type { Ref, RefName } from '../../facts/schema-parts.ts'
import { canonicalAddress } from '../../kit/ip-network.ts'

/** One name inside a realm. `key` is equal for equal names; `spelling` is how somebody wrote it. */
export interface NameKey {
  readonly key: string
  readonly realm: string
  readonly by: RefName['by']
  /** Comparable: lower-case host name, canonical address, upper-case serial. */
  readonly value: string
  readonly spelling: string
}

/** No name in use is longer; the rest of a longer one is cut before anything compares it. */
const MAX_NAME = 255

/**
 * Brings one name to its comparable form. An address in the place of a host name is an address: relays and unnamed devices
 * write it there. `{ by: 'hostname', value: 'EDGE-RTR-07.' }` → value `edge-rtr-07`.
 */
export function toNameKey(realm: string, { by, value }: RefName): NameKey {
  const text = value.trim().slice(0, MAX_NAME)
  const address = by === 'hostname' || by === 'address' ? canonicalAddress(text) : undefined
  if (address !== undefined) return nameKey(realm, { by: 'address', value: address, spelling: address })
  if (by === 'account') return nameKey(realm, { by, value: withProvider(text), spelling: withProvider(text) })
  if (by === 'serial') return nameKey(realm, { by, value: text.toUpperCase(), spelling: text.toUpperCase() })
  const spelling = text.replace(/\.$/, '')
  return nameKey(realm, { by: 'hostname', value: spelling.toLowerCase(), spelling })
}

/** All names of a ref that say anything, each once. */
export function toNameKeys({ realm, names }: Ref): readonly NameKey[] {
  const said = names.map((name) => toNameKey(realm, name)).filter(({ value }) => value !== '')
  return [...new Map(said.map((name) => [name.key, name])).values()]
}

function nameKey(realm: string, name: Omit<NameKey, 'key' | 'realm'>): NameKey {
  return { key: `${realm}\u0000${name.by}\u0000${name.value}`, realm, ...name }
}

/** Twelve digits are an AWS account, a GUID an Azure subscription, anything else a GCP project. `111122223333` → `aws:111122223333`. */
export function withProvider(account: string): string {
  if (/^(aws|azure|gcp):/.test(account)) return account
  if (/^\d{12}$/.test(account)) return `aws:${account}`
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}$/i.test(account) ? `azure:${account.toLowerCase()}` : `gcp:${account}`
}

/** The realm in front of a name, unless it is the default one. `customer-b/edge-rtr-07`. */
export function inRealm(realm: string, name: string): string {
  return realm === 'default' ? name : `${realm}/${name}`
}
