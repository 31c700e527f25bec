/** One audit log entry → at most one fact, a note where something is odd, and how the entry ended. */
import { type AuditEntry, toHeard } from '../_audit-records/audit-entry.ts'
import { conclude, type OperationReading } from '../_audit-records/conclude.ts'
import { definedOnly, type JsonObject } from '../_audit-records/fields.ts'
import type { Heard, JsonRecord, ReadContext, Reading } from '../contract.ts'
import { isFromConsole } from './actor.ts'
import { isRead } from './method-name.ts'
import { operationOf } from './operations/operations.ts'
import { type AuditRecord, readAuditRecord } from './record.ts'
import { readSignal } from './related/signals.ts'

export const DIALECT_ID = 'gcp-audit'
export const DIALECT_VERSION = 1

/** Reads an entry; undefined when it is no audit log entry. Never throws. */
export function readRecord(record: JsonRecord, context: ReadContext): Reading | undefined {
  const audit = readAuditRecord(record.value)
  if (audit === undefined) return undefined
  const operation = operationOf(audit.method)
  const entry = toEntry(audit, operation?.name ?? audit.methodName, { record, context })
  const found = operation === undefined ? (readSignal(audit) ?? unrelated(audit)) : operation.read(audit)
  return conclude(entry, found ?? nameless(entry), [])
}

/** Whose entry this is and when: every audit log entry of a project proves its audit logs alive. */
export function hearRecord(record: JsonRecord, context: ReadContext): Heard | undefined {
  const audit = readAuditRecord(record.value)
  return audit === undefined ? undefined : toHeard(audit, context)
}

function toEntry(
  audit: AuditRecord,
  operation: string,
  { record, context }: Pick<AuditEntry, 'record' | 'context'>,
): AuditEntry {
  return {
    reader: { dialect: DIALECT_ID, version: DIALECT_VERSION, platform: 'gcp' },
    record,
    context,
    account: audit.account,
    time: audit.time,
    identity: audit.identity,
    actor: audit.actor,
    operation,
    outcome: audit.outcome,
    error: audit.error,
    via: isFromConsole(audit.actor) ? 'console' : 'api',
    act: audit.act,
    shown: shownOf(audit),
  }
}

function nameless({ operation }: AuditEntry): OperationReading {
  return { is: 'unrecognised', code: 'id-missing', because: `${operation} without the name of what it changed` }
}

/** Methods on mirrors that are not known here are told of: Google adds some. */
function unrelated({ method, methodName }: AuditRecord): OperationReading {
  if (isRead(method)) return { is: 'irrelevant', because: `${methodName} only reads` }
  if (/^(?:compute|networksecurity) \S*mirroring/.test(method))
    return {
      is: 'unrecognised',
      code: 'unknown-operation',
      because: `${methodName} is a method on mirrors not known here`,
    }
  return { is: 'irrelevant', because: `${methodName} does not touch mirroring or its witnesses` }
}

/** The members that prove the act. */
function shownOf({ members, actor, methodName, resource }: AuditRecord): JsonObject {
  return definedOnly({
    callerIp: actor.from,
    methodName,
    principalEmail: actor.account,
    request: members.audit['request'],
    resourceName: resource?.path,
    status: members.audit['status'],
    timestamp: members.entry['timestamp'],
  })
}
