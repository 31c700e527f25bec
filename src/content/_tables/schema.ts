/** The tables of a workspace of Microsoft Sentinel that content reads. */
import type { KustoSchema } from '../_kusto/schema.ts'
import { AWS_CLOUD_TRAIL } from './columns/aws-cloud-trail.data.ts'
import { AZURE_ACTIVITY } from './columns/azure-activity.data.ts'
import { COMMON_SECURITY_LOG } from './columns/common-security-log.data.ts'
import { GCP_AUDIT_LOGS } from './columns/gcp-audit-logs.data.ts'
import { SYSLOG } from './columns/syslog.data.ts'
import { APPROVALS_ALIAS, APPROVALS_COLUMNS } from './watchlist.ts'

/** Tables, and the one watchlist that our rules ask. */
export const SENTINEL_SCHEMA: KustoSchema = {
  tables: [
    { name: 'AWSCloudTrail', columns: AWS_CLOUD_TRAIL },
    { name: 'AzureActivity', columns: AZURE_ACTIVITY },
    { name: 'CommonSecurityLog', columns: COMMON_SECURITY_LOG },
    { name: 'GCPAuditLogs', columns: GCP_AUDIT_LOGS },
    { name: 'Syslog', columns: SYSLOG },
  ],
  watchlists: [{ alias: APPROVALS_ALIAS, columns: APPROVALS_COLUMNS }],
}
