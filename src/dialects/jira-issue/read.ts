/** One issue of Jira (Service Management), as its search answers it, → one ticket. */

import type { Note } from '../../facts/note.ts'
import { type Instant, parseInstant } from '../../kit/instant.ts'
import { asObject, isObject, type JsonObject } from '../_audit-records/fields.ts'
import { fieldNames, fieldOf, fieldText, fieldTime } from '../_tickets/fields.ts'
import { type TicketReader, type TicketRecord, toTicketReading } from '../_tickets/ticket-fact.ts'
import type { JsonRecord, ReadContext, Reading } from '../contract.ts'

const READER: TicketReader = { dialect: 'jira-issue', version: 1 }

/** Reads a record; undefined when it is no issue. Never throws. */
export function readRecord(record: JsonRecord, context: ReadContext): Reading | undefined {
  const { value } = record
  const fields = asObject(value['fields'])
  const number = fieldText(value['key'])
  if (number === undefined || !/^[A-Z][A-Z0-9_]{0,40}-\d{1,12}$/.test(number) || !isObject(fields['status']))
    return undefined
  const planned = plannedTimes(fields)
  const reading = toTicketReading(toTicket(number, value, { fields, planned }), { record, context, reader: READER })
  return planned.isGuess ? { ...reading, notes: [guessed(number, record)] } : reading
}

interface Issue {
  readonly fields: JsonObject
  readonly planned: PlannedTimes
}

function toTicket(number: string, value: JsonObject, { fields, planned }: Issue): TicketRecord {
  const status = asObject(fields['status'])
  const approvals = Object.values(fields).flatMap(approvalsIn)
  return {
    number,
    nativeId: fieldText(value['id']),
    state: fieldText(status['name'])?.toLowerCase() ?? 'unknown',
    approved: isApproved(approvals, status),
    from: planned.from,
    until: planned.until,
    subjects: subjectsOf(fields),
    summary: fieldText(fields['summary']) ?? '',
    createdAt: fieldTime(fields['created']),
    updatedAt: fieldTime(fields['updated']),
    requestedBy: personOf(fields['reporter'] ?? fields['creator']),
    implementedBy: personOf(fields['assignee']),
    approvedBy: approvals.filter(({ decision }) => decision === 'approved').flatMap(({ approvers }) => approvers),
  }
}

interface Approval {
  readonly decision: string
  readonly approvers: readonly string[]
}

/** @source Jira Service Management REST API, resource "Approval": finalDecision, approvers[].approver, approverDecision */
function approvalsIn(value: unknown): readonly Approval[] {
  const list = Array.isArray(value) ? value : []
  return list.filter(isObject).flatMap((approval) => {
    const decision = fieldText(approval['finalDecision'])?.toLowerCase()
    if (decision === undefined) return []
    const approvers = Array.isArray(approval['approvers']) ? approval['approvers'].filter(isObject) : []
    const said = approvers.filter((one) => fieldText(one['approverDecision'])?.toLowerCase() === 'approved')
    return [{ decision, approvers: said.flatMap((one) => personOf(one['approver']) ?? []) }]
  })
}

/** Without an approval on the issue its workflow decides: a status called after approval, or one behind it. */
function isApproved(approvals: readonly Approval[], status: JsonObject): boolean {
  const name = fieldText(status['name'])?.toLowerCase() ?? ''
  if (/cancel|declin|reject|fail|withdraw/.test(name)) return false
  const last = approvals.at(-1)
  if (last !== undefined) return last.decision === 'approved'
  return /^(?:approved|scheduled|implementing|implemented|awaiting implementation|in progress|completed|done|closed)$/.test(
    name,
  )
}

function subjectsOf(fields: JsonObject): readonly string[] {
  const named = fieldOf(fields, [
    'affected devices',
    'affected services',
    'configuration item',
    'devices',
    'device',
    'hosts',
  ])
  const components = Array.isArray(fields['components']) ? fields['components'].map(fieldText) : []
  const labels = fieldNames(fields['labels'])
  return [...new Set([...fieldNames(named), ...components.filter((name) => name !== undefined), ...labels])]
}

function personOf(value: unknown): string | undefined {
  const person = asObject(value)
  return (
    fieldText(person['name']) ??
    fieldText(person['emailAddress']) ??
    fieldText(person['displayName']) ??
    fieldText(value)
  )
}

interface PlannedTimes {
  readonly from?: Instant | undefined
  readonly until?: Instant | undefined
  /** Two custom fields without names hold times: the earlier was taken for the beginning. */
  readonly isGuess: boolean
}

/** Where a site keeps its change window is its own affair: by name where the export has names, else the only two times. */
function plannedTimes(fields: JsonObject): PlannedTimes {
  const from = fieldTime(fieldOf(fields, ['planned start date', 'planned start', 'change start date', 'start date']))
  const until = fieldTime(
    fieldOf(fields, ['planned end date', 'planned end', 'change completion date', 'change end date', 'end date']),
  )
  if (from !== undefined || until !== undefined) return { from, until, isGuess: false }
  const times = Object.entries(fields)
    .filter(
      ([name, value]) =>
        /^customfield_\d+$/.test(name) && typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value),
    )
    .flatMap(([, value]) => parseInstant(String(value).slice(0, 40)) ?? [])
    .sort()
  const [first, second] = times
  return times.length === 2 ? { from: first, until: second, isGuess: true } : { isGuess: false }
}

function guessed(number: string, { place }: JsonRecord): Note {
  const message = `issue ${number}: its planned times are taken from two custom fields without names`
  return { code: 'jira-issue/times-guessed', severity: 'info', message, place }
}
