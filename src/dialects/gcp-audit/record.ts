/** One audit log entry: what every method is read from. */
import type { ActPhase } from '../../facts/fact.ts'
import type { RecordIdentity } from '../../facts/fact-id.ts'
import type { Actor, FactTime } from '../../facts/schema-parts.ts'
import { canonicalJson } from '../../kit/canonical-json.ts'
import { parseInstant } from '../../kit/instant.ts'
import type { CallOutcome } from '../_audit-records/audit-entry.ts'
import { objectIn } from '../_audit-records/embedded-json.ts'
import { asObject, flagOf, type JsonObject, memberOf, textOf } from '../_audit-records/fields.ts'
import { listOf } from '../_audit-records/lists.ts'
import { redactForms, redactValue } from '../_audit-records/redact.ts'
import { readActor } from './actor.ts'
import { type MethodKey, toMethodKey } from './method-name.ts'
import { parseResourceName, type ResourceName } from './resource-name.ts'
import { type EntryMembers, readEntry } from './shapes.ts'

const MAX_ERROR_LENGTH = 300

/** @source google.rpc.Code: what a caller may not do, as against what did not work. */
const DENIED_CODES: ReadonlyMap<string, string> = new Map([
  ['7', 'PERMISSION_DENIED'],
  ['16', 'UNAUTHENTICATED'],
])

/** What one entry says. */
export interface AuditRecord {
  readonly members: EntryMembers
  readonly method: MethodKey
  readonly methodName: string
  readonly resource: ResourceName | undefined
  /** The project, or `organization-123` and `folder-123` for what is above projects. */
  readonly account: string | undefined
  readonly time: FactTime
  /** Absent where one entry tells the whole act. */
  readonly act: ActPhase | undefined
  readonly identity: RecordIdentity
  readonly actor: Actor
  readonly outcome: CallOutcome
  readonly error: string | undefined
  /** Empty in the last entry of a long operation. */
  readonly request: JsonObject
}

/** Reads what every entry has; undefined for what is no audit log entry. Never throws. */
export function readAuditRecord(value: JsonObject): AuditRecord | undefined {
  const members = readEntry(value)
  if (members === undefined) return undefined
  const { entry, audit } = members
  const labels = asObject(asObject(entry['resource'])['labels'])
  const methodName = textOf(audit, 'methodName') ?? ''
  const resource = parseResourceName(textOf(audit, 'resourceName'), textOf(labels, 'project_id'))
  const time = timeOf(entry)
  return {
    members,
    method: toMethodKey(methodName, textOf(audit, 'serviceName')),
    methodName,
    resource,
    account: accountOf(labels, resource, textOf(entry, 'logName')),
    time,
    act: actOf(entry),
    identity: identityOf(members, time),
    actor: readActor(audit),
    outcome: outcomeOf(audit),
    error: errorOf(audit),
    request: objectIn(audit['request']),
  }
}

/** Only twelve digits need the provider before them: they would read as another cloud's account. */
function accountOf(labels: JsonObject, resource: ResourceName | undefined, logName = ''): string | undefined {
  const project = textOf(labels, 'project_id') ?? resource?.project ?? /^projects\/([^/]+)/.exec(logName)?.[1]
  if (project !== undefined) return /^\d{12}$/.test(project) ? `gcp:${project}` : project
  const above =
    /^(organization|folder)s\/([^/]+)/.exec(resource?.path ?? logName) ??
    /^(organization|folder)s\/([^/]+)/.exec(logName)
  return above === null ? undefined : `${above[1]}-${above[2]}`
}

function timeOf(entry: JsonObject): FactTime {
  const written = textOf(entry, 'timestamp')
  if (written === undefined) return { basis: 'none' }
  const at = parseInstant(written)
  return at === undefined ? { written, basis: 'none' } : { at, written, basis: 'record' }
}

/** @source Cloud Logging API reference, LogEntryOperation: `first` and `last` mark the ends of a long-running operation. */
function actOf(entry: JsonObject): ActPhase | undefined {
  const operation = objectIn(entry['operation'])
  const id = textOf(operation, 'id')
  const [first, last] = [flagOf(operation, 'first') === true, flagOf(operation, 'last') === true]
  if (id === undefined || (first && last)) return undefined
  return { id, phase: first ? 'begun' : last ? 'ended' : 'underway' }
}

/** @source Cloud Logging API reference, LogEntry.insertId: entries with one time and one insertId are duplicates. */
function identityOf({ entry, audit }: EntryMembers, time: FactTime): RecordIdentity {
  const insertId = textOf(entry, 'insertId')
  if (insertId !== undefined) return { native: `${insertId} ${time.at ?? time.written ?? ''}` }
  const written = ['methodName', 'resourceName', 'request', 'status'].map((name) => redactValue(audit[name]))
  const actor = redactValue(asObject(audit['authenticationInfo'])['principalEmail'])
  const operation = redactValue(objectIn(entry['operation']))
  return { written: canonicalJson([...written, actor, operation]), writtenTime: time.written ?? '' }
}

/** An error stands in the status; a long operation that failed in the end may have it in its answer alone. */
function outcomeOf(audit: JsonObject): CallOutcome {
  const code = codeOf(audit)
  if (code !== undefined && DENIED_CODES.has(code)) return 'denied'
  const refused = listOf(audit['authorizationInfo']).some((info) => flagOf(asObject(info), 'granted') === false)
  if (code === undefined && errorsOf(audit).length === 0) return refused ? 'denied' : 'accepted'
  return refused ? 'denied' : 'failed'
}

function codeOf(audit: JsonObject): string | undefined {
  const code = textOf(objectIn(audit['status']), 'code')
  return code === '0' ? undefined : code
}

/** @source Compute Engine API reference, Operation: `error.errors[]` with `code` and `message`. */
function errorsOf(audit: JsonObject): readonly JsonObject[] {
  return listOf(memberOf(objectIn(objectIn(audit['response'])['error']), 'errors')).map(asObject)
}

/** `PERMISSION_DENIED: Required 'compute.packetMirrorings.create' permission …`, redacted. */
function errorOf(audit: JsonObject): string | undefined {
  const [first] = errorsOf(audit)
  const code = codeOf(audit)
  const word = code === undefined ? textOf(first ?? {}, 'code') : (DENIED_CODES.get(code) ?? `code ${code}`)
  const message = textOf(objectIn(audit['status']), 'message') ?? textOf(first ?? {}, 'message')
  const parts = [word, message].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : redactForms(parts.join(': ')).slice(0, MAX_ERROR_LENGTH)
}
