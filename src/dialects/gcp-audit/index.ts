/** Google Cloud audit logs: Packet Mirroring, out-of-band mirroring, and what blinds their witnesses. */
import { redactText } from '../_audit-records/redact.ts'
import type { Dialect } from '../contract.ts'
import { content } from './content/index.ts'
import { playbook } from './playbook.ts'
import { DIALECT_ID, DIALECT_VERSION, hearRecord, readRecord } from './read.ts'
import { toLogEntry } from './shapes.ts'

/** One of these is in the name of every method that can become a fact, or in what makes its entry matter. */
const NEEDLES = [
  'mirroring',
  'forwardingrules.',
  'backendservices.',
  'instancegroups.',
  'instances.settags',
  'interceptendpointgroup',
  'subnetworks.patch',
  'vpcflowlogsconfig',
  'deletesink',
  'updatesink',
  'createexclusion',
  'updateexclusion',
  'deletelog',
  'deletebucket',
  'auditconfigdelta',
]

export const dialect: Dialect = {
  id: DIALECT_ID,
  version: DIALECT_VERSION,
  title: 'Google Cloud audit logs',
  platform: 'gcp',
  aliases: ['gcp', 'GCPAuditLogs', 'gcp.audit'],
  json: { needles: NEEDLES, read: readRecord, hear: hearRecord, asWritten: toLogEntry },
  playbook,
  content,
  redact: redactText,
}
