/**
 * What each table says of who, whence, of what and what, as expressions; and what makes its rows one set-up.
 * @source Azure Monitor Logs reference, pages of the tables
 */
import type { SentinelTable } from '../../facts/log-content/log-source.ts'

/** Expressions over a row of a table. */
export interface TableColumns {
  /** What has to be computed before a row can be asked; ends with a line feed. */
  readonly prepare: string
  readonly actor: string
  readonly actorAddress: string
  /** Account, project, subscription or device. */
  readonly subject: string
  readonly operation: string
  /** Everything that may name a destination or session. */
  readonly detail: string
  /** Rows of equal keys are one set-up, and one alert. */
  readonly setup: string
  /** Rows that tell how an act failed in the end, where others told that it began. */
  readonly failed?: { readonly where: string; readonly on: string }
  readonly entity: 'Account' | 'Host'
  /** What to switch on, for people. */
  readonly needs: string
}

/**
 * Who typed and on which device, as far as a line says: behind the words of device logs and accounting records, or before the terminal. An
 * accounting server sends lines of many devices.
 */
const OF_LINE = `| extend Account = coalesce(
    extract(@"(?i)(?:\\buser[:= ]\\s?'?|\\busername=""?|%ACCOUNTING-\\d-CMD: |\\bupdate:\\S{0,80}?@[^:\\s]{1,40}:(?:user=)?)([^\\s',:;""]{1,64})", 1, Line),
    extract(@"[\\s|]([\\w.@-]{1,64})[\\s|]{1,4}tty\\d", 1, Line)),
    Device = extract(@"(?i)(?:\\bNAS-IP-Address=|\\bDevice IP Address=|\\bNAS_IP=|\\bdevice=)([\\da-f:.]{2,45})", 1, Line)
`
const LINE_COLUMNS = {
  actor: 'iff(Account =~ "unknown", "", Account)',
  actorAddress: '""',
  operation: 'Line',
  detail: 'Line',
  setup: 'strcat(Actor, " ", Subject, " ", tostring(bin(TimeGenerated, 1h)))',
  entity: 'Host',
} as const

export const TABLE_COLUMNS: Readonly<Record<SentinelTable, TableColumns>> = {
  AWSCloudTrail: {
    prepare: '',
    actor: 'iff(isempty(UserIdentityArn), UserIdentityPrincipalid, UserIdentityArn)',
    actorAddress: 'SourceIpAddress',
    subject: 'RecipientAccountId',
    operation: 'EventName',
    detail: 'strcat(RequestParameters, " ", ResponseElements)',
    setup: 'strcat(Actor, " ", Subject, " ", tostring(bin(TimeGenerated, 1h)))',
    entity: 'Account',
    needs: 'Management events of every account and region, through the connector for Amazon Web Services.',
  },
  AzureActivity: {
    prepare: '',
    actor: 'Caller',
    actorAddress: 'CallerIpAddress',
    subject: 'SubscriptionId',
    operation: 'OperationNameValue',
    detail: 'strcat(_ResourceId, " ", Properties)',
    setup: 'iff(isempty(CorrelationId), strcat(_ResourceId, " ", tostring(TimeGenerated)), CorrelationId)',
    failed: {
      where:
        '(ActivityStatusValue startswith "Fail" or ActivityStatusValue startswith "Cancel") and isnotempty(CorrelationId)',
      on: 'CorrelationId, OperationNameValue, _ResourceId',
    },
    entity: 'Account',
    needs: 'The Activity Log of every subscription, through its diagnostic settings.',
  },
  GCPAuditLogs: {
    prepare: '',
    actor: 'PrincipalEmail',
    actorAddress: 'tostring(RequestMetadata.callerIp)',
    subject: 'ProjectId',
    operation: 'MethodName',
    detail: 'strcat(GCPResourceName, " ", tostring(Request))',
    setup: 'strcat(Actor, " ", Subject, " ", tostring(bin(TimeGenerated, 1h)))',
    entity: 'Account',
    needs: 'Admin Activity audit logs of the organisation, through the connector for Google Cloud audit logs.',
  },
  Syslog: {
    ...LINE_COLUMNS,
    // Forwarders take the mnemonic of a Cisco device for the name of a process, or leave it in the message.
    prepare: `| extend Line = strcat(ProcessName, ": ", SyslogMessage)\n${OF_LINE}`,
    subject: 'coalesce(Device, HostName, Computer)',
    needs:
      'Messages of network devices and accounting servers, all severities down to informational, through a forwarder.',
  },
  CommonSecurityLog: {
    ...LINE_COLUMNS,
    prepare: `| extend Line = Message\n${OF_LINE}`,
    subject: 'coalesce(Device, DeviceName, Computer)',
    needs: 'Messages of network devices that a forwarder writes as CEF, the line as Message.',
  },
}
