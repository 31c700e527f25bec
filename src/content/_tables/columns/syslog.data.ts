/**
 * Columns of Syslog.
 * @source Azure Monitor Logs reference, "Syslog": columns; Azure/Azure-Sentinel .script/tests/KqlvalidationsTests/CustomTables/Syslog.json
 */
import type { KustoColumn } from '../../_kusto/schema.ts'

export const SYSLOG: readonly KustoColumn[] = [
  { name: 'CollectorHostName', type: 'string' },
  { name: 'Computer', type: 'string', meaning: 'who the agent took the message from' },
  { name: 'EventTime', type: 'datetime' },
  { name: 'Facility', type: 'string' },
  { name: 'HostIP', type: 'string' },
  { name: 'HostName', type: 'string', meaning: 'who the header names' },
  { name: 'MG', type: 'string' },
  { name: 'ManagementGroupName', type: 'string' },
  { name: 'ProcessID', type: 'int' },
  { name: 'ProcessName', type: 'string', meaning: 'the tag of the message: a process, a counter or a mnemonic' },
  { name: 'SeverityLevel', type: 'string' },
  { name: 'SourceSystem', type: 'string' },
  { name: 'SyslogMessage', type: 'string', meaning: 'what stands behind header and tag; structured data is not in it' },
  { name: 'TenantId', type: 'string' },
  { name: 'TimeCollected', type: 'datetime' },
  { name: 'TimeGenerated', type: 'datetime' },
  { name: 'Type', type: 'string' },
  { name: '_BilledSize', type: 'real' },
  { name: '_IsBillable', type: 'string' },
  { name: '_ItemId', type: 'string' },
  { name: '_ResourceId', type: 'string' },
  { name: '_SubscriptionId', type: 'string' },
]
