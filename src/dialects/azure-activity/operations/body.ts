/** What was written, as a record shows it. */
import { asObject, type JsonObject, memberOf } from '../../_audit-records/fields.ts'
import type { ActivityRecord } from '../record.ts'
import { parseResourceId, type ResourceId } from '../resource-id.ts'

/** The properties of the resource after a write: as the answer has them, else as the request asked for them. */
export function bodyOf({ request, response }: ActivityRecord): JsonObject {
  for (const body of [response, request]) {
    const properties = asObject(memberOf(body, 'properties'))
    if (Object.keys(properties).length > 0) return properties
  }
  return {}
}

/** The resource that a member refers to: `{ id: '/subscriptions/…' }`. */
export function referenceOf(body: JsonObject, name: string): ResourceId | undefined {
  const id = asObject(memberOf(body, name))['id']
  return typeof id === 'string' ? parseResourceId(id) : undefined
}
