/** What a write operation does to one object of Traffic Mirroring, and how those objects are addressed. */
import type { SessionAddress } from '../../../facts/mirror-session.ts'
import type { ObjectChange } from '../../_audit-records/audit-facts.ts'
import { isObject, type JsonObject, memberOf, textOfFirst } from '../../_audit-records/fields.ts'
import { redactForms } from '../../_audit-records/redact.ts'
import type { TrailRecord } from '../record.ts'

const MAX_DESCRIPTION_LENGTH = 255

/** Sessions are set-ups; targets and filters are objects that sessions share. */
type ObjectNamespace = 'traffic-mirror-session' | 'traffic-mirror-target' | 'traffic-mirror-filter'

/** Reads one operation; undefined when the record lacks the id of the object it is about. */
export type OperationReader = (record: TrailRecord) => ObjectChange | undefined

/** `{ scope: 'eu-west-1', namespace: 'traffic-mirror-target', id: 'tmt-0f12…' }`. */
export function addressOf(record: TrailRecord, namespace: ObjectNamespace, id: string): SessionAddress {
  return { scope: record.region, namespace, id }
}

/** The object that an answer describes: a member of it, or the answer itself where a copy flattened it. */
export function answered(record: TrailRecord, member: string): JsonObject {
  const inner = memberOf(record.response, member)
  return isObject(inner) ? inner : record.response
}

/** The id for an object whose own id no answer gave: what was refused, or accepted in a record that lost its answer. */
export function idWithoutAnswer(record: TrailRecord, words: string): string {
  return `${record.outcome === 'accepted' ? 'unnamed' : 'attempt'}:${words}`
}

/** A deletion by id: `DeleteTrafficMirrorTarget` names it in the request and again in the answer. */
export function deletion(namespace: ObjectNamespace, idMember: string): OperationReader {
  return (record) => {
    const id = idOf(record, idMember)
    return id === undefined ? undefined : { address: addressOf(record, namespace, id), edits: [{ do: 'remove' }] }
  }
}

/** An id that the request names, or else the answer. */
export function idOf(record: TrailRecord, member: string): string | undefined {
  return textOfFirst([record.request, record.response], member)
}

/** Free text that somebody typed into a cloud object, redacted and cut to what the API allows. */
export function descriptionOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : redactForms(text).slice(0, MAX_DESCRIPTION_LENGTH)
}
