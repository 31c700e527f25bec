/** Change requests of ServiceNow: what was planned for which device, when, and whether it was approved. */
import { redactText } from '../_audit-records/redact.ts'
import type { Dialect } from '../contract.ts'
import { readRecord } from './read.ts'

export const dialect: Dialect = {
  id: 'servicenow-change',
  version: 1,
  title: 'ServiceNow change requests',
  platform: 'servicenow',
  aliases: ['servicenow', 'change_request'],
  json: {
    needles: ['short_description', 'short description'],
    read: readRecord,
    // A ticket system is no witness of a device: nobody is heard.
    hear: () => undefined,
  },
  redact: redactText,
}
