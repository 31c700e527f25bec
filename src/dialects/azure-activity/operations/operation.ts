/** How one operation is read, and the addresses of what it is about. */
import type { SessionAddress } from '../../../facts/mirror-session.ts'
import type { ObjectChange, RelatedAct } from '../../_audit-records/audit-facts.ts'
import type { ActivityRecord } from '../record.ts'
import type { ResourceId } from '../resource-id.ts'

/** What a record came to: a change of a session or object, related acts, or nothing that matters. */
export type OperationReading =
  | {
      readonly is: 'change'
      readonly change: ObjectChange
      readonly acts?: readonly RelatedAct[]
      readonly bodyMissing?: true
    }
  | { readonly is: 'act'; readonly act: RelatedAct }
  | { readonly is: 'irrelevant'; readonly because: string }

/** Reads one operation; undefined when the record lacks the name of what it is about. Never throws. */
export type OperationReader = (record: ActivityRecord) => OperationReading | undefined

/** An operation as Azure's documentation spells it, and its reader. */
export interface Operation {
  readonly name: string
  readonly read: OperationReader
}

/** Stands for an end that a write was told of and its record does not show. */
export const UNKNOWN = 'unknown'

/** `{ scope: 'rg-net', namespace: 'tap-configuration', id: 'nic-1/tap' }`. */
export function addressIn(record: ActivityRecord, namespace: string, id: string): SessionAddress {
  return { scope: record.group, namespace, id }
}

/** The subscription of an end, where it is another than the record's. */
export function foreignOwner(end: ResourceId | undefined, { subscription }: ActivityRecord): string | undefined {
  return end?.subscription === subscription ? undefined : end?.subscription
}

/** A deletion of what an address names. */
export function removal(change: Omit<ObjectChange, 'edits'>): OperationReading {
  return { is: 'change', change: { ...change, edits: [{ do: 'remove' }] } }
}
