/** Azure Activity Log: virtual network TAPs, packet captures, and what blinds their witnesses. */
import { redactText } from '../_audit-records/redact.ts'
import type { Dialect } from '../contract.ts'
import { content } from './content/index.ts'
import { playbook } from './playbook.ts'
import { DIALECT_ID, DIALECT_VERSION, hearRecord, readRecord } from './read.ts'
import { toDiagnosticRecord } from './shapes.ts'

/** One of these is in the name of every operation that can become a fact, or of the agent that captures. */
const NEEDLES = [
  'virtualnetworktaps',
  'tapconfigurations',
  'packetcapture',
  'flowlog',
  'networkwatcher',
  'diagnosticsettings',
  'logprofiles',
  'loadbalancers',
]

export const dialect: Dialect = {
  id: DIALECT_ID,
  version: DIALECT_VERSION,
  title: 'Azure Activity Log',
  platform: 'azure',
  aliases: ['azure', 'AzureActivity', 'azure.activitylogs'],
  json: { needles: NEEDLES, read: readRecord, hear: hearRecord, asWritten: toDiagnosticRecord },
  playbook,
  content,
  redact: redactText,
}
