/** An audit log entry → its row of GCPAuditLogs. What it says of a long operation has no column. @source Azure Monitor Logs reference, "GCPAuditLogs" */
import type { JsonRow } from '../../_kusto/run-query.ts'
import { at, textAt } from './members.ts'

/** Structured members stay structured. */
export function toGcpRow(record: unknown): JsonRow {
  const audit = at(record, 'protoPayload')
  return {
    TimeGenerated: textAt(record, 'timestamp'),
    Timestamp: textAt(record, 'timestamp'),
    AuthenticationInfo: at(audit, 'authenticationInfo'),
    AuthorizationInfo: at(audit, 'authorizationInfo'),
    GCPResourceName: textAt(audit, 'resourceName'),
    GCPResourceType: textAt(record, 'resource', 'type'),
    InsertId: textAt(record, 'insertId'),
    LogName: textAt(record, 'logName'),
    Metadata: at(audit, 'metadata'),
    MethodName: textAt(audit, 'methodName'),
    PrincipalEmail: textAt(audit, 'authenticationInfo', 'principalEmail'),
    ProjectId: textAt(record, 'resource', 'labels', 'project_id'),
    Request: at(audit, 'request'),
    RequestMetadata: at(audit, 'requestMetadata'),
    ResourceLocation: at(audit, 'resourceLocation'),
    Response: at(audit, 'response'),
    ServiceData: at(audit, 'serviceData'),
    ServiceName: textAt(audit, 'serviceName'),
    Severity: textAt(record, 'severity'),
    Status: at(audit, 'status'),
    StatusMessage: textAt(audit, 'status', 'message'),
    Type: 'GCPAuditLogs',
  }
}
