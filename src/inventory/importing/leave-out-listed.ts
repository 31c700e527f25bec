/** Devices that the inventory has already. */
import type { Inventory } from '../inventory.ts'
import { claimsOf, toKnownSubjects } from '../resolving/inventory-claims.ts'
import { toNameKey } from '../resolving/name-keys.ts'
import type { ImportedDevice, ImportNote } from './imported-device.ts'

/** The devices that no entry of the inventory goes by, by name or serial, and a note on each of the others. */
export function leaveOutListed(
  devices: readonly ImportedDevice[],
  inventory: Inventory,
  realm: string,
): { readonly devices: readonly ImportedDevice[]; readonly notes: readonly ImportNote[] } {
  const owners = new Map(claimsOf(toKnownSubjects(inventory)).map(({ name, subject }) => [name.key, subject.id]))
  const ownerOf = ({ name, hostnames, serials }: ImportedDevice): string | undefined =>
    [
      ...[name, ...hostnames].map((value) => toNameKey(realm, { by: 'hostname', value })),
      ...serials.map((value) => toNameKey(realm, { by: 'serial', value })),
    ].flatMap(({ key }) => owners.get(key) ?? [])[0]
  const listed = devices.map((device) => ({ device, owner: ownerOf(device) }))
  return {
    devices: listed.filter(({ owner }) => owner === undefined).map(({ device }) => device),
    notes: listed.flatMap(({ device, owner }): readonly ImportNote[] => {
      if (owner === undefined) return []
      const as = owner === device.name ? '' : ` as ${owner}`
      return [
        {
          ...device.from[0],
          kind: 'device-left-out',
          message: `${device.name} is in the inventory already${as}: nothing of its entry there was changed.`,
        },
      ]
    }),
  }
}
