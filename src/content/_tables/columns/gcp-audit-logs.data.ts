/**
 * Columns of GCPAuditLogs. None holds the operation by which the entries of a long operation belong together.
 * @source Azure Monitor Logs reference, "GCPAuditLogs": columns; Azure/Azure-Sentinel .script/tests/KqlvalidationsTests/CustomTables/GCPAuditLogs.json
 */
import type { KustoColumn } from '../../_kusto/schema.ts'

export const GCP_AUDIT_LOGS: readonly KustoColumn[] = [
  { name: 'AuthenticationInfo', type: 'dynamic' },
  { name: 'AuthorizationInfo', type: 'dynamic', meaning: 'a list, one for each permission' },
  { name: 'GCPResourceName', type: 'string' },
  { name: 'GCPResourceType', type: 'string' },
  { name: 'InsertId', type: 'string' },
  { name: 'LogName', type: 'string' },
  { name: 'Metadata', type: 'dynamic' },
  { name: 'MethodName', type: 'string', meaning: 'the API method, with its version before it' },
  { name: 'NumResponseItems', type: 'string' },
  { name: 'PrincipalEmail', type: 'string' },
  { name: 'ProjectId', type: 'string' },
  { name: 'Request', type: 'dynamic' },
  { name: 'RequestMetadata', type: 'dynamic' },
  { name: 'ResourceLocation', type: 'dynamic' },
  { name: 'ResourceOriginalState', type: 'dynamic' },
  { name: 'Response', type: 'dynamic' },
  { name: 'ServiceData', type: 'dynamic' },
  { name: 'ServiceName', type: 'string' },
  { name: 'Severity', type: 'string' },
  { name: 'SourceSystem', type: 'string' },
  { name: 'Status', type: 'dynamic', meaning: 'code and message where it failed' },
  { name: 'StatusMessage', type: 'string' },
  { name: 'Subscription', type: 'string' },
  { name: 'TenantId', type: 'string' },
  { name: 'TimeGenerated', type: 'datetime' },
  { name: 'Timestamp', type: 'datetime' },
  { name: 'Type', type: 'string' },
  { name: '_BilledSize', type: 'real' },
  { name: '_IsBillable', type: 'string' },
  { name: '_ResourceId', type: 'string' },
  { name: '_SubscriptionId', type: 'string' },
]
