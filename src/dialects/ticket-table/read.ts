/** One row of a table of changes, from any system that exports CSV, → one ticket. The head of the table says what is what. */
import type { JsonObject } from '../_audit-records/fields.ts'
import { fieldNames, fieldOf, fieldText, fieldTime } from '../_tickets/fields.ts'
import { type TicketReader, type TicketRecord, toTicketReading } from '../_tickets/ticket-fact.ts'
import type { JsonRecord, ReadContext, Reading } from '../contract.ts'

const READER: TicketReader = { dialect: 'ticket-table', version: 1 }

/** What columns are called, the likeliest first. */
const COLUMNS = {
  number: ['ticket', 'ticket number', 'ticket id', 'change', 'change number', 'change id', 'issue key'],
  subjects: [
    'device',
    'devices',
    'host',
    'hosts',
    'node',
    'nodes',
    'asset',
    'assets',
    'configuration item',
    'components',
  ],
  from: [
    'planned start',
    'planned start date',
    'window start',
    'start',
    'start time',
    'from',
    'custom field (change start date)',
  ],
  until: [
    'planned end',
    'planned end date',
    'window end',
    'end',
    'end time',
    'until',
    'custom field (change completion date)',
  ],
  state: ['state', 'status'],
  approval: ['approval', 'approved', 'approval status'],
  approvedBy: ['approved by', 'approver', 'approvers'],
  requestedBy: ['requested by', 'requester', 'reporter', 'owner'],
  implementedBy: ['implementer', 'implemented by', 'assignee', 'assigned to'],
  summary: ['summary', 'title', 'short description', 'description'],
  createdAt: ['created', 'created at', 'opened'],
  updatedAt: ['updated', 'updated at'],
} as const

/** Reads a row; undefined when it is not flat, or has no ticket number, or neither a device nor a time nor an approval. Never throws. */
export function readRecord(record: JsonRecord, context: ReadContext): Reading | undefined {
  const { value } = record
  const isFlat = Object.values(value).every(
    (member) => typeof member === 'string' || member === null || typeof member === 'number',
  )
  const number = textOf(value, 'number')
  const saysMore = (['subjects', 'from', 'approval'] as const).some(
    (name) => fieldOf(value, COLUMNS[name]) !== undefined,
  )
  if (!isFlat || number === undefined || !saysMore || fieldOf(value, ['short_description']) !== undefined)
    return undefined
  return toTicketReading(toTicket(number, value), { record, context, reader: READER })
}

function toTicket(number: string, row: JsonObject): TicketRecord {
  const state = textOf(row, 'state')?.toLowerCase() ?? 'unknown'
  return {
    number,
    state,
    approved: isApproved(textOf(row, 'approval'), textOf(row, 'approvedBy'), state),
    from: fieldTime(fieldOf(row, COLUMNS.from)),
    until: fieldTime(fieldOf(row, COLUMNS.until)),
    subjects: fieldNames(fieldOf(row, COLUMNS.subjects)),
    summary: textOf(row, 'summary') ?? '',
    createdAt: fieldTime(fieldOf(row, COLUMNS.createdAt)),
    updatedAt: fieldTime(fieldOf(row, COLUMNS.updatedAt)),
    requestedBy: textOf(row, 'requestedBy'),
    implementedBy: textOf(row, 'implementedBy'),
    approvedBy: fieldNames(fieldOf(row, COLUMNS.approvedBy)),
  }
}

function textOf(row: JsonObject, column: keyof typeof COLUMNS): string | undefined {
  return fieldText(fieldOf(row, COLUMNS[column]))
}

/** A word of approval decides; without such a column a named approver does, else the state. A cancelled change permits nothing. */
function isApproved(approval: string | undefined, approvedBy: string | undefined, state: string): boolean {
  if (/cancel|declin|reject|withdraw|draft/.test(state)) return false
  if (approval !== undefined) return /^(?:yes|true|y|1|approved|granted)$/i.test(approval)
  return (
    approvedBy !== undefined ||
    /^(?:approved|scheduled|implement\w{0,8}|in progress|done|closed|completed|review)$/.test(state)
  )
}
