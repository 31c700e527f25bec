/** Issues of Jira: changes with their approvals and planned times. */
import { redactText } from '../_audit-records/redact.ts'
import type { Dialect } from '../contract.ts'
import { readRecord } from './read.ts'

export const dialect: Dialect = {
  id: 'jira-issue',
  version: 1,
  title: 'Jira issues',
  platform: 'jira',
  aliases: ['jira', 'jira-service-management'],
  json: {
    needles: ['"fields"'],
    read: readRecord,
    // A ticket system is no witness of a device: nobody is heard.
    hear: () => undefined,
  },
  redact: redactText,
}
