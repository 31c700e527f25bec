/** One `change_request` of ServiceNow, from its table API (raw or display values) or a list export, → one ticket. */
import { isObject, type JsonObject } from '../_audit-records/fields.ts'
import { fieldNames, fieldOf, fieldText, fieldTime } from '../_tickets/fields.ts'
import { type TicketReader, type TicketRecord, toTicketReading } from '../_tickets/ticket-fact.ts'
import type { JsonRecord, ReadContext, Reading } from '../contract.ts'

const READER: TicketReader = { dialect: 'servicenow-change', version: 1 }

/**
 * States of a change by number and by the words that a list shows. A change that is authorised but not yet scheduled permits
 * nothing; one under review or closed was carried out.
 *
 * @source ServiceNow, table change_request: choices of the field `state`
 */
const STATES: ReadonlyMap<string, { readonly name: string; readonly permits: boolean }> = new Map(
  [
    ['-5', 'new', false],
    ['-4', 'assess', false],
    ['-3', 'authorize', false],
    ['-2', 'scheduled', true],
    ['-1', 'implement', true],
    ['0', 'review', true],
    ['3', 'closed', true],
    ['4', 'canceled', false],
  ].flatMap(([number, name, permits]) => {
    const state = { name: String(name), permits: permits === true }
    return [
      [String(number), state],
      [String(name), state],
    ] as const
  }),
)

/** Reads a record; undefined when it is no change of ServiceNow. Never throws. */
export function readRecord(record: JsonRecord, context: ReadContext): Reading | undefined {
  const change = changeOf(record.value)
  if (change === undefined) return undefined
  const ticket = toTicket(change)
  if (ticket === undefined)
    return { facts: [], notes: [], outcome: 'unrecognised', because: 'a change request without a number' }
  return toTicketReading(ticket, { record, context, reader: READER })
}

/** A change has a short description and a configuration item or class of its own; an incident has neither change dates nor type. */
function changeOf(value: JsonObject): JsonObject | undefined {
  const inner = isObject(value['result']) ? value['result'] : value
  const isNamed = fieldOf(inner, ['short_description']) !== undefined && fieldOf(inner, ['number']) !== undefined
  const hasDates = ['start_date', 'planned_start_date', 'end_date', 'planned_end_date'].some(
    (name) => fieldOf(inner, [name]) !== undefined,
  )
  const isChange = fieldText(inner['sys_class_name']) === 'change_request' || hasDates
  return isNamed && isChange ? inner : undefined
}

function toTicket(change: JsonObject): TicketRecord | undefined {
  const number = fieldText(fieldOf(change, ['number']))
  if (number === undefined) return undefined
  const written = fieldText(fieldOf(change, ['state']))?.toLowerCase() ?? ''
  const state = STATES.get(written)
  const approval = fieldText(fieldOf(change, ['approval']))?.toLowerCase()
  return {
    number,
    nativeId: fieldText(change['sys_id']),
    state: state?.name ?? (written === '' ? 'unknown' : written),
    approved: approval === 'approved' && state?.permits === true,
    ...plannedTimes(change),
    subjects: fieldNames(displayed(fieldOf(change, ['cmdb_ci', 'configuration_item', 'ci', 'affected_cis']))),
    summary: fieldText(fieldOf(change, ['short_description'])) ?? '',
    createdAt: fieldTime(fieldOf(change, ['sys_created_on', 'opened_at', 'created', 'opened'])),
    updatedAt: fieldTime(fieldOf(change, ['sys_updated_on', 'updated'])),
    requestedBy: personOf(change, ['requested_by', 'opened_by']),
    implementedBy: personOf(change, ['assigned_to']),
    approvedBy: fieldNames(displayed(fieldOf(change, ['approved_by', 'approvers']))),
  }
}

/** What was planned; where nothing was, what was worked. */
function plannedTimes(change: JsonObject): Pick<TicketRecord, 'from' | 'until'> {
  const from = fieldTime(fieldOf(change, ['start_date', 'planned_start_date', 'work_start', 'actual_start_date']))
  const until = fieldTime(fieldOf(change, ['end_date', 'planned_end_date', 'work_end', 'actual_end_date']))
  return { from, until }
}

function personOf(change: JsonObject, names: readonly string[]): string | undefined {
  return fieldText(displayed(fieldOf(change, names)))
}

/** A reference keeps a meaningless id as its value: what is displayed is the name. */
function displayed(value: unknown): unknown {
  return isObject(value) && typeof value['display_value'] === 'string' ? value['display_value'] : value
}
