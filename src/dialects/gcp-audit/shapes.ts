/** One audit log entry in either of its forms: Cloud Logging's own, and a row of Sentinel's table. Never throws. */
import { objectIn, valueIn } from '../_audit-records/embedded-json.ts'
import { definedOnly, isObject, type JsonObject, textOf } from '../_audit-records/fields.ts'

/** Rule tests deliver the entry under this name. */
const WRAPPER = 'event'

/** An entry and the audit record in it. */
export interface EntryMembers {
  readonly entry: JsonObject
  readonly audit: JsonObject
}

/**
 * The members of an entry, whatever form it came in; undefined for what is no audit log entry.
 *
 * @source Cloud Logging documentation, "Understand audit logs": LogEntry with an AuditLog in `protoPayload`.
 */
export function readEntry(value: JsonObject): EntryMembers | undefined {
  const inner = value[WRAPPER]
  for (const entry of [value, ...(isObject(inner) ? [inner] : [])]) {
    const audit = objectIn(entry['protoPayload'])
    if (textOf(audit, 'methodName') !== undefined) return { entry, audit }
    const row = fromSentinel(entry)
    if (row !== undefined) return row
  }
  return undefined
}

/** The entry as Cloud Logging writes it, whatever form it came in; what is none as it is. */
export function toLogEntry(value: JsonObject): JsonObject {
  const members = readEntry(value)
  return members === undefined ? value : { ...members.entry, protoPayload: members.audit }
}

/** A row has the members of both in columns, objects as themselves or as text, and none for operations. @source Azure Monitor Logs reference, GCPAuditLogs. */
function fromSentinel(row: JsonObject): EntryMembers | undefined {
  if (textOf(row, 'MethodName') === undefined || textOf(row, 'GCPResourceName') === undefined) return undefined
  const audit = definedOnly({
    serviceName: row['ServiceName'],
    methodName: row['MethodName'],
    resourceName: row['GCPResourceName'],
    authenticationInfo: { principalEmail: row['PrincipalEmail'], ...objectIn(row['AuthenticationInfo']) },
    authorizationInfo: valueIn(row['AuthorizationInfo']),
    requestMetadata: objectIn(row['RequestMetadata']),
    request: valueIn(row['Request']),
    response: valueIn(row['Response']),
    serviceData: valueIn(row['ServiceData']),
    status: valueIn(row['Status']),
  })
  const entry = definedOnly({
    logName: row['LogName'],
    insertId: row['InsertId'],
    timestamp: textOf(row, 'Timestamp') ?? row['TimeGenerated'],
    resource: { type: row['GCPResourceType'], labels: { project_id: row['ProjectId'] } },
  })
  return { entry, audit }
}
