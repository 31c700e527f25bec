/** How one method is read, and what methods have in common. */
import type { MirrorEdit } from '../../../facts/mirror-edit.ts'
import type { Direction, SessionAddress } from '../../../facts/mirror-session.ts'
import type { OperationReading } from '../../_audit-records/conclude.ts'
import type { AuditRecord } from '../record.ts'
import type { ResourceName } from '../resource-name.ts'

/** Reads one method; undefined when the entry lacks the name of what it is about. Never throws. */
export type OperationReader = (record: AuditRecord) => OperationReading | undefined

/** Methods by their key, as Google spells them, with their readers. */
export type OperationTable = readonly (readonly [string, OperationReader])[]

/** `{ scope: 'europe-west1', namespace: 'packet-mirroring', id: 'ids' }`. */
export function addressOf(resource: ResourceName, namespace: string): SessionAddress {
  return { scope: resource.location, namespace, id: resource.name }
}

/** An object that others name by its whole path. */
export function objectAddress(resource: ResourceName, namespace: string): SessionAddress {
  return { scope: resource.location, namespace, id: resource.path }
}

/** Seen from the machine that is copied: what comes in, it receives. @source Compute Engine API reference, PacketMirroringFilter.direction. */
export function toDirection(text: string | undefined): Direction {
  const word = text?.toUpperCase()
  return word === 'INGRESS' ? 'rx' : word === 'EGRESS' ? 'tx' : 'both'
}

/** One part of a filter under its name; gone where it names nothing. */
export function filterPart(key: string, values: readonly string[]): MirrorEdit {
  const text = values
    .map((value) => value.replaceAll(';', ','))
    .sort()
    .join(', ')
  return text === '' ? { do: 'filter-rule', key } : { do: 'filter-rule', key, text }
}

/** The request is in the first entry of a long operation; its last entry has none. */
export function isWithoutRequest({ request }: AuditRecord): boolean {
  return Object.keys(request).every((name) => name === '@type')
}
