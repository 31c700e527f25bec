/** Which entries of several sources mean one device. */
import type { ImportedDevice } from './imported-device.ts'

/**
 * Groups entries in their order. Two mean one device when they have one name (capitals and a trailing dot apart), when a short
 * name is the first label of the only full name that begins so, or when different sources give one serial under two names.
 */
export function groupSame(
  entries: readonly ImportedDevice[],
): readonly (readonly [ImportedDevice, ...ImportedDevice[]])[] {
  const fullNames = Map.groupBy(new Set(entries.map(({ name }) => toNameKey(name)).filter(isFullName)), firstLabel)
  const keyOf = (name: string): string => {
    const [full, other] = isFullName(name) ? [] : (fullNames.get(name) ?? [])
    return full !== undefined && other === undefined ? full : name
  }
  const bySerial = serialOwners(entries)
  const groups = new Map<string, [ImportedDevice, ...ImportedDevice[]]>()
  for (const entry of entries) {
    const own = keyOf(toNameKey(entry.name))
    const serialOwner = entry.serials.flatMap((serial) => bySerial.get(serial) ?? [])[0]
    const key = groups.has(own) || serialOwner === undefined ? own : keyOf(toNameKey(serialOwner))
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [entry])
    else group.push(entry)
  }
  return [...groups.values()]
}

/** Serial → the name it had first; nothing for a serial that one source gives twice, which is a mistake in that source. */
function serialOwners(entries: readonly ImportedDevice[]): ReadonlyMap<string, string> {
  const told = entries.flatMap((entry) => entry.serials.map((serial) => ({ entry, serial })))
  const owners = new Map<string, string>()
  for (const [serial, group] of Map.groupBy(told, (one) => one.serial)) {
    const namesBySource = Map.groupBy(group, ({ entry }) => entry.from[0].path)
    const isClear = [...namesBySource.values()].every(
      (same) => new Set(same.map(({ entry }) => toNameKey(entry.name))).size === 1,
    )
    const [first] = group
    if (isClear && first !== undefined) owners.set(serial, first.entry.name)
  }
  return owners
}

function toNameKey(name: string): string {
  return name.toLowerCase().replace(/\.$/, '')
}

/** A host name with its domain; an address has dots and is none. */
export function isFullName(name: string): boolean {
  return name.includes('.') && !/^[\d.:]+$/.test(name)
}

/** `edge-1.example.net` → `edge-1`; nothing for a short name. */
export function firstLabel(name: string): string {
  return name.slice(0, Math.max(0, name.indexOf('.')))
}
