/** Records of the Activity Log as conditions, over the names of both exports: diagnostic settings, and the REST API. */
import type { RecordCondition } from '../../../facts/log-content/record-condition.ts'
import { anyOf, type FieldQuestion } from '../../_audit-records/conditions.ts'

/** @source Azure Monitor documentation, "Azure Activity Log event schema": storage and event hubs, then the REST API. */
const OPERATION_FIELDS = ['operationName', 'operationName.value']
const STATUS_FIELDS = ['resultType', 'status.value']

/** What was written: text in most exports, an object in some. */
const BODY_FIELDS = ['properties.requestbody', 'properties.requestBody', 'properties.responseBody']

const FAILED = anyOf(STATUS_FIELDS, { startsWith: ['Fail', 'Cancel'] })
const UNDER_WAY = anyOf(STATUS_FIELDS, {
  is: ['Start', 'Started', 'Accept', 'Accepted', 'In Progress', 'InProgress', 'Updated'],
})

/** The operation has one of these names, in any case. */
export function operationIs(...names: readonly string[]): RecordCondition {
  return anyOf(OPERATION_FIELDS, { is: names })
}

/** The operation is this action, of whatever has it. */
export function operationEndsWith(...endings: readonly string[]): RecordCondition {
  return anyOf(OPERATION_FIELDS, { endsWith: endings })
}

/** It did not fail, as far as this record of several knows. */
export const ACCEPTED: RecordCondition = { not: FAILED }

/** It failed, was denied or was canceled. */
export const REFUSED: RecordCondition = FAILED

/** It ended, and did not fail. */
export const ENDED: readonly RecordCondition[] = [{ not: FAILED }, { not: UNDER_WAY }]

/** A body that is text matches one of the expressions. */
export function bodyMatches(...expressions: readonly string[]): RecordCondition {
  return anyOf(BODY_FIELDS, { matches: expressions })
}

/** A member of a body that is an object, by its path. */
export function bodyMember(path: string, question: FieldQuestion): RecordCondition {
  return anyOf(
    BODY_FIELDS.map((field) => `${field}.${path}`),
    question,
  )
}
