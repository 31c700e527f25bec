/** How one operation is read, and the addresses of what it is about. */
import type { SessionAddress } from '../../../facts/mirror-session.ts'
import type { OperationReading } from '../../_audit-records/conclude.ts'
import type { ActivityRecord } from '../record.ts'
import type { ResourceId } from '../resource-id.ts'

/** Reads one operation; undefined when the record lacks the name of what it is about. Never throws. */
export type OperationReader = (record: ActivityRecord) => OperationReading | undefined

/** An operation as Azure's documentation spells it, and its reader. */
export interface Operation {
  readonly name: string
  readonly read: OperationReader
}

/** `{ scope: 'rg-net', namespace: 'tap-configuration', id: 'nic-1/tap' }`. */
export function addressIn(record: ActivityRecord, namespace: string, id: string): SessionAddress {
  return { scope: record.group, namespace, id }
}

/** The subscription of an end, where it is another than the record's. */
export function foreignOwner(end: ResourceId | undefined, { subscription }: ActivityRecord): string | undefined {
  return end?.subscription === subscription ? undefined : end?.subscription
}
