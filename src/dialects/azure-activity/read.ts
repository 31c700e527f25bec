/** One record of the Activity Log → its facts, a note where something is odd, and how the record ended. */
import type { Note } from '../../facts/note.ts'
import { type AuditEntry, toHeard } from '../_audit-records/audit-entry.ts'
import { toNote } from '../_audit-records/audit-outcomes.ts'
import { conclude, type OperationReading } from '../_audit-records/conclude.ts'
import { definedOnly, type JsonObject, memberOf } from '../_audit-records/fields.ts'
import type { Heard, JsonRecord, ReadContext, Reading } from '../contract.ts'
import { isFromPortal } from './actor.ts'
import { operationNamed } from './operations/operations.ts'
import { type ActivityRecord, readActivityRecord } from './record.ts'
import { readSignal } from './related/signals.ts'

export const DIALECT_ID = 'azure-activity'
export const DIALECT_VERSION = 1

/** Reads a record; undefined when it is none of the Activity Log's. Never throws. */
export function readRecord(record: JsonRecord, context: ReadContext): Reading | undefined {
  const activity = readActivityRecord(record.value)
  if (activity === undefined) return undefined
  const operation = operationNamed(activity.operation)
  const entry = toEntry(activity, operation?.name ?? activity.operation, { record, context })
  const found = operation === undefined ? (readSignal(activity) ?? unrelated(entry)) : operation.read(activity)
  return conclude(entry, found ?? nameless(entry), oddities(activity, entry))
}

/** Whose record this is and when: every record of a subscription proves its activity log alive. */
export function hearRecord(record: JsonRecord, context: ReadContext): Heard | undefined {
  const activity = readActivityRecord(record.value)
  return activity === undefined ? undefined : toHeard({ account: activity.subscription, time: activity.time }, context)
}

function nameless({ operation }: AuditEntry): OperationReading {
  return { is: 'unrecognised', code: 'id-missing', because: `${operation} without the name of what it changed` }
}

function unrelated({ operation }: AuditEntry): OperationReading {
  const reads = /\/(?:read|querystatus\/action)$/.test(operation)
  return {
    is: 'irrelevant',
    because: `${operation} ${reads ? 'only reads' : 'does not touch mirroring or its witnesses'}`,
  }
}

function toEntry(
  activity: ActivityRecord,
  operation: string,
  { record, context }: Pick<AuditEntry, 'record' | 'context'>,
): AuditEntry {
  return {
    reader: { dialect: DIALECT_ID, version: DIALECT_VERSION, platform: 'azure' },
    record,
    context,
    account: activity.subscription,
    time: activity.time,
    identity: activity.identity,
    actor: activity.actor,
    operation,
    outcome: activity.outcome,
    error: activity.error,
    via: isFromPortal(activity.members) ? 'console' : 'api',
    act: activity.act,
    shown: shownOf(activity),
  }
}

/** The members that prove the act, by the names of the table; what was written before the long id. */
function shownOf({ members, resource, request, response }: ActivityRecord): JsonObject {
  return definedOnly({
    ActivityStatusValue: members.status,
    ActivitySubstatusValue: members.substatus,
    Caller: members.caller,
    CallerIpAddress: members.callerIp,
    OperationNameValue: members.operation,
    Properties: memberOf(response, 'properties') ?? memberOf(request, 'properties'),
    TimeGenerated: members.time,
    _ResourceId: resource.id,
  })
}

function oddities({ members }: ActivityRecord, entry: AuditEntry): Note[] {
  if (members.status !== undefined) return []
  return [toNote(entry, 'status-missing', `${entry.operation} without a status: taken for accepted`)]
}
