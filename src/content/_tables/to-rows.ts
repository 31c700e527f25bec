/** A record of a log → the rows that the connectors of Microsoft Sentinel make of it. */
import type { LogRecord } from '../../facts/log-content/log-record.ts'
import type { SentinelTable } from '../../facts/log-content/log-source.ts'
import type { JsonRow } from '../_kusto/run-query.ts'
import { toAwsRow } from './rows/aws-row.ts'
import { toAzureRow } from './rows/azure-row.ts'
import { toGcpRow } from './rows/gcp-row.ts'
import { toCommonSecurityRow, toSyslogRow } from './rows/syslog-rows.ts'

/** A row and where it lands. */
export interface TableRow {
  readonly table: SentinelTable
  readonly row: JsonRow
}

const WRITERS: Readonly<Record<SentinelTable, (record: LogRecord) => JsonRow>> = {
  AWSCloudTrail: ({ value }) => toAwsRow(value),
  AzureActivity: ({ value }) => toAzureRow(value),
  GCPAuditLogs: ({ value }) => toGcpRow(value),
  Syslog: toSyslogRow,
  CommonSecurityLog: toCommonSecurityRow,
}

/** Rows in every table that the record's log may land in; none where Sentinel has no table for it. Never throws. */
export function toRows(record: LogRecord): readonly TableRow[] {
  const { sentinel } = record.source
  if ('none' in sentinel) return []
  return sentinel.tables.map((table) => ({ table, row: WRITERS[table](record) }))
}
