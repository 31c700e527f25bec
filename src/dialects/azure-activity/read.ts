/** One record of the Activity Log → its facts, a note where something is odd, and how the record ended. */
import type { Note } from '../../facts/note.ts'
import { type AuditEntry, toHeard } from '../_audit-records/audit-entry.ts'
import { toChangeFact, toSignalFact } from '../_audit-records/audit-facts.ts'
import { irrelevant, toNote, unrecognised } from '../_audit-records/audit-outcomes.ts'
import { definedOnly, type JsonObject, memberOf } from '../_audit-records/fields.ts'
import type { Heard, JsonRecord, ReadContext, Reading } from '../contract.ts'
import { isFromPortal } from './actor.ts'
import type { OperationReading } from './operations/operation.ts'
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
  if (operation === undefined) return conclude(activity, entry, readSignal(activity) ?? unrelated(entry))
  const found = operation.read(activity)
  if (found !== undefined) return conclude(activity, entry, found)
  return unrecognised(entry, 'id-missing', `${operation.name} without the name of what it changed`)
}

/** Whose record this is and when: every record of a subscription proves its activity log alive. */
export function hearRecord(record: JsonRecord, context: ReadContext): Heard | undefined {
  const activity = readActivityRecord(record.value)
  return activity === undefined ? undefined : toHeard({ account: activity.subscription, time: activity.time }, context)
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

function conclude(activity: ActivityRecord, entry: AuditEntry, found: OperationReading): Reading {
  if (found.is === 'irrelevant') return irrelevant(found.because)
  if (entry.account === undefined)
    return unrecognised(entry, 'account-missing', `${entry.operation} without a subscription`)
  const notes = oddities(activity, entry)
  if (found.is === 'act')
    return { facts: [toSignalFact(entry, found.act)], notes, outcome: 'modelled', because: found.act.detail }
  const { change, acts = [], bodyMissing } = found
  return {
    facts: [toChangeFact(entry, change), ...acts.map((act) => toSignalFact(entry, act))],
    notes: [...notes, ...(bodyMissing === true ? [bodyNote(entry)] : [])],
    outcome: 'modelled',
    because: `${entry.operation} on ${change.address.id} (${activity.phase ?? 'phase not told'}, ${activity.outcome})`,
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

function oddities({ time, members }: ActivityRecord, entry: AuditEntry): Note[] {
  return [
    ...(time.at === undefined ? [toNote(entry, 'time-missing', `${entry.operation} without a readable time`)] : []),
    ...(members.status === undefined
      ? [toNote(entry, 'status-missing', `${entry.operation} without a status: taken for accepted`)]
      : []),
  ]
}

function bodyNote(entry: AuditEntry): Note {
  return { ...toNote(entry, 'body-missing', `${entry.operation} without what was written`), severity: 'info' }
}
