/** Create and modify a mirror session: which interface is copied, through which filter, to which target. */
import type { MirrorEdit } from '../../../facts/mirror-edit.ts'
import type { MirrorDestination, MirrorDetails } from '../../../facts/mirror-session.ts'
import type { ObjectChange } from '../../_audit-records/audit-facts.ts'
import { definedOnly, type JsonObject, memberOf, textOfFirst } from '../../_audit-records/fields.ts'
import { textsOf } from '../../_audit-records/lists.ts'
import { digitsOfFirst } from '../number-fields.ts'
import type { TrailRecord } from '../record.ts'
import { addressOf, answered, descriptionOf, idOf, idWithoutAnswer } from './object-change.ts'

const NAMESPACE = 'traffic-mirror-session'

/** What `RemoveField` calls a member, and what a session calls it. @source Amazon EC2 API reference, ModifyTrafficMirrorSession, RemoveField.N. */
const REMOVABLE = new Map([
  ['packet-length', 'truncateBytes'],
  ['description', 'description'],
  ['virtual-network-id', 'virtualNetworkId'],
])

/** The parts of a session that a request or an answer names. */
interface SessionParts {
  readonly sessionId: string | undefined
  readonly interfaceId: string | undefined
  readonly targetId: string | undefined
  readonly filterId: string | undefined
  readonly details: MirrorDetails
}

/** A session's id, and what is done to it. */
interface EditedSession {
  readonly id: string
  readonly edits: readonly MirrorEdit[]
}

/** `CreateTrafficMirrorSession`. A refused call has no id: its address tells what was to be copied where. */
export function createSession(record: TrailRecord): ObjectChange | undefined {
  const parts = partsOf([answered(record, 'trafficMirrorSession'), record.request])
  if (record.outcome === 'accepted' && parts.sessionId === undefined && parts.interfaceId === undefined)
    return undefined
  const ends = `${parts.interfaceId ?? '?'}>${parts.targetId ?? '?'}`
  const id = parts.sessionId ?? idWithoutAnswer(record, ends)
  return change(record, parts, { id, edits: wholeSession(id, parts) })
}

/** `ModifyTrafficMirrorSession`. The answer holds the whole session; without it, only what the request names has changed. */
export function modifySession(record: TrailRecord): ObjectChange | undefined {
  const id = idOf(record, 'trafficMirrorSessionId') ?? partsOf([answered(record, 'trafficMirrorSession')]).sessionId
  if (id === undefined) return undefined
  const after = partsOf([answered(record, 'trafficMirrorSession')])
  if (after.interfaceId !== undefined && after.targetId !== undefined) {
    return change(record, after, { id, edits: [...wholeSession(id, after), ...clear(absentDetails(after.details))] })
  }
  const asked = partsOf([record.request])
  return change(record, asked, { id, edits: changedParts(id, asked, record.request) })
}

function partsOf(objects: readonly JsonObject[]): SessionParts {
  const text = (name: string) => textOfFirst(objects, name)
  const digits = (name: string) => digitsOfFirst(objects, name)
  return {
    sessionId: text('trafficMirrorSessionId'),
    interfaceId: text('networkInterfaceId'),
    targetId: text('trafficMirrorTargetId'),
    filterId: text('trafficMirrorFilterId'),
    details: definedOnly({
      filterId: text('trafficMirrorFilterId'),
      targetId: text('trafficMirrorTargetId'),
      virtualNetworkId: digits('virtualNetworkId'),
      sessionNumber: digits('sessionNumber'),
      truncateBytes: bytes(digits('packetLength')),
      description: descriptionOf(text('description')),
    }),
  }
}

function bytes(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

function wholeSession(id: string, parts: SessionParts): MirrorEdit[] {
  const sources = parts.interfaceId === undefined ? [] : [{ resource: parts.interfaceId, direction: 'both' as const }]
  return [
    { do: 'define', name: id, kind: 'encapsulated', enabled: true },
    { do: 'replace', sources, destinations: destinations(parts) },
    setMembers(parts),
  ]
}

function changedParts(id: string, asked: SessionParts, request: JsonObject): MirrorEdit[] {
  const removed = textsOf(memberOf(request, 'removeField')).flatMap((name) => REMOVABLE.get(name) ?? [])
  return [
    { do: 'define', name: id, kind: 'encapsulated', enabled: true },
    ...(asked.targetId === undefined
      ? []
      : [{ do: 'add-destinations' as const, destinations: destinations(asked), single: true }]),
    setMembers(asked),
    ...clear(removed),
  ]
}

/** Every session is carried in VXLAN. @source Amazon VPC Traffic Mirroring guide, "Traffic mirroring packet format". */
function destinations({ targetId }: SessionParts): MirrorDestination[] {
  return targetId === undefined ? [] : [{ resource: targetId, encapsulation: 'vxlan' }]
}

function setMembers(parts: SessionParts): MirrorEdit {
  return { do: 'set', ...definedOnly({ filter: parts.filterId }), details: parts.details }
}

function absentDetails(details: MirrorDetails): string[] {
  return [...REMOVABLE.values()].filter((member) => !(member in details))
}

function clear(members: readonly string[]): MirrorEdit[] {
  return members.length === 0 ? [] : [{ do: 'clear', members: [...members] }]
}

/** An edited session as an object change; what it names is what it uses. */
function change(record: TrailRecord, parts: SessionParts, { id, edits }: EditedSession): ObjectChange {
  const uses = [
    ...(parts.targetId === undefined ? [] : [addressOf(record, 'traffic-mirror-target', parts.targetId)]),
    ...(parts.filterId === undefined ? [] : [addressOf(record, 'traffic-mirror-filter', parts.filterId)]),
  ]
  return { address: addressOf(record, NAMESPACE, id), edits, ...(uses.length === 0 ? {} : { uses }) }
}
