/** Tables of changes from any ticket system, as rows of a CSV export. */
import { redactText } from '../_audit-records/redact.ts'
import type { Dialect } from '../contract.ts'
import { readRecord } from './read.ts'

export const dialect: Dialect = {
  id: 'ticket-table',
  version: 1,
  title: 'Tables of change tickets',
  platform: 'tickets',
  aliases: ['ticket-csv'],
  json: {
    needles: ['"ticket', 'ticket"', '"change"', '"change ', '"change_', 'issue key'],
    read: readRecord,
    // A ticket system is no witness of a device: nobody is heard.
    hear: () => undefined,
  },
  redact: redactText,
}
