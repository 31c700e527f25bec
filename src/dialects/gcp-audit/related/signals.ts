/** Methods beside the copies: what blinds the witnesses, and what changes a copy from the side. */
import type { OperationReading } from '../../_audit-records/conclude.ts'
import type { MethodKey } from '../method-name.ts'
import type { AuditRecord } from '../record.ts'
import { INDIRECT_METHODS } from './indirect.ts'
import { WITNESS_METHODS } from './witnesses.ts'

/** Reads one related method; never throws. */
export type SignalReader = (record: AuditRecord) => OperationReading

const SIGNALS: ReadonlyMap<MethodKey, SignalReader> = new Map([...WITNESS_METHODS, ...INDIRECT_METHODS])

/** Reads a related method; undefined for every other one. Of a long operation only the entry with the request is an act. */
export function readSignal(record: AuditRecord): OperationReading | undefined {
  const read = SIGNALS.get(record.method)
  if (read === undefined) return undefined
  if (record.act !== undefined && record.act.phase !== 'begun')
    return { is: 'irrelevant', because: 'the operation goes on or ends; how it began is an entry of its own' }
  return read(record)
}
