/** Host names with and without their domain: one device where that is certain, several where it is not. */
import type { NameConflict } from '../subject.ts'
import type { NameKey } from './name-keys.ts'

/** Host names that share their first label, in one realm. */
interface Family {
  readonly realm: string
  readonly label: string
  /** Values as seen, with and without domain. */
  readonly values: ReadonlySet<string>
  /** Whether they all mean one device. */
  readonly joined: boolean
  readonly candidates: readonly string[]
}

/** Which host names mean the same. */
export interface HostNames {
  /** The value that stands for a host name: its first label where nothing else could be meant, else the name itself. */
  canonical(name: NameKey): string
  /** Short names that could mean several full ones. */
  readonly conflicts: readonly NameConflict[]
}

/**
 * Groups host names by first label. `edge-1` and `edge-1.example.net` are one device unless a second domain or a second device
 * of the inventory lays claim to the label; then each means only itself. `ownerOf` is the device that claims a spelling.
 */
export function groupHostNames(names: readonly NameKey[], ownerOf: (name: NameKey) => string | undefined): HostNames {
  const grouped = Map.groupBy(names, ({ realm, value }) => familyKey(realm, value))
  const families = new Map([...grouped].map(([key, members]) => [key, toFamily(members, ownerOf)]))
  return {
    canonical: ({ realm, value }) => {
      const family = families.get(familyKey(realm, value))
      return family === undefined || stands(family, value) ? firstLabel(value) : value
    },
    conflicts: [...families.values()].flatMap(toConflict),
  }
}

/** Whether the first label alone stands for this value; a second domain that nobody mentioned yet would be a second device. */
function stands({ joined, values }: Family, value: string): boolean {
  return joined && (values.has(value) || isShort(value) || [...values].every(isShort))
}

function toFamily(members: readonly NameKey[], ownerOf: (name: NameKey) => string | undefined): Family {
  const [{ realm, value } = { realm: '', value: '' }] = members
  const full = members.filter((name) => !isShort(name.value))
  const owners = new Set(full.map((name) => ownerOf(name) ?? name.value))
  const shortOwner = members.filter((name) => isShort(name.value)).map(ownerOf)[0]
  const claimed = new Set(full.flatMap((name) => ownerOf(name) ?? []))
  const disputed = shortOwner !== undefined && [...claimed].some((owner) => owner !== shortOwner)
  return {
    realm,
    label: firstLabel(value),
    values: new Set(members.map((name) => name.value)),
    joined: owners.size <= 1 && !disputed,
    candidates: [...owners].sort(),
  }
}

function toConflict({ realm, label, values, joined, candidates }: Family): readonly NameConflict[] {
  return joined || !values.has(label) ? [] : [{ realm, name: label, candidates }]
}

/** `edge-1.example.net` → `edge-1`. */
export function firstLabel(hostname: string): string {
  const dot = hostname.indexOf('.')
  return dot <= 0 ? hostname : hostname.slice(0, dot)
}

function isShort(hostname: string): boolean {
  return firstLabel(hostname) === hostname
}

function familyKey(realm: string, value: string): string {
  return `${realm}\u0000${firstLabel(value)}`
}
