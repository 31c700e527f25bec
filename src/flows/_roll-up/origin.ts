/** Where a row comes from: who observed it, in which record of which input. */
import type { RefName } from '../../facts/schema-parts.ts'

/**
 * Who observes, in one format. Make one object for each observer and keep it: the roll-up finds its sums by the object, and
 * only looks at the members of one that it has not met.
 */
export interface FlowObserver {
  /** `''` where the records name nobody; then `value` is empty too. */
  readonly by: 'address' | 'hostname' | 'account' | ''
  /** Canonical address, host name or account. */
  readonly value: string
  readonly kind: 'exporter' | 'sensor' | 'cloud'
  /** Id of the format, or `packets`. */
  readonly channel: string
  /** Version of the format. */
  readonly channelVersion: number
  /** Of the format, for people: `NetFlow v9`. */
  readonly title: string
}

/** The record that a row was made of; one object that is changed from record to record. */
export interface RowOrigin {
  readonly observer: FlowObserver
  readonly path: string
  readonly line?: number | undefined
  readonly offset?: number | undefined
  /** When the capture saw it, epoch milliseconds; 0 where nobody said. */
  readonly receivedMs: number
  /**
   * 12 hex digits: what the observer wrote, and the ordinal of the record in it; the same record in another file has the same.
   * Asked for rows that are kept only.
   */
  recordHash(): string
}

/** The names of an observer as facts carry them: one or none. */
export function observerNames({ by, value }: FlowObserver): readonly RefName[] {
  return by === '' || value === '' ? [] : [{ by, value }]
}
