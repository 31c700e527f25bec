/** Which names the inventory gives to which subject. */
import type { RefName } from '../../facts/schema-parts.ts'
import type { Inventory } from '../inventory.ts'
import type { CloudAccount, Device } from '../schema.ts'
import type { Subject } from '../subject.ts'
import { inRealm, type NameKey, toNameKey } from './name-keys.ts'

/** A name that the inventory gives to a subject. `own` is the entry's own name, which beats what others call themselves. */
export interface Claim {
  readonly name: NameKey
  readonly subject: Subject
  readonly own: boolean
}

/** Every device and account of the inventory as a subject, in id order. */
export function toKnownSubjects(inventory: Inventory): readonly Subject[] {
  const subjects = [...inventory.devices.map(toDeviceSubject), ...inventory.accounts.map(toAccountSubject)]
  return subjects.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Every name that the inventory gives to these subjects. */
export function claimsOf(subjects: readonly Subject[]): readonly Claim[] {
  return subjects.flatMap((subject) =>
    namesOf(subject).map((name, index) => ({ name: toNameKey(subject.realm, name), subject, own: index === 0 })),
  )
}

function namesOf({ device, account, id }: Subject): readonly RefName[] {
  if (device === undefined) return [{ by: 'account', value: account === undefined ? id : accountName(account) }]
  return [
    { by: 'hostname', value: device.name },
    ...device.hostnames.map((value) => ({ by: 'hostname' as const, value })),
    ...device.addresses.map((value) => ({ by: 'address' as const, value })),
    ...device.serials.map((value) => ({ by: 'serial' as const, value })),
  ]
}

function toDeviceSubject(device: Device): Subject {
  return { id: inRealm(device.realm, device.name), realm: device.realm, kind: 'device', device }
}

function toAccountSubject(account: CloudAccount): Subject {
  return { id: inRealm(account.realm, accountName(account)), realm: account.realm, kind: 'account', account }
}

function accountName({ provider, id }: CloudAccount): string {
  return id.startsWith(`${provider}:`) ? id : `${provider}:${id}`
}
