/** Packet Mirroring policies: sources, filter and collector in one resource of a region. */
import type { MirrorEdit } from '../../../facts/mirror-edit.ts'
import type { Direction } from '../../../facts/mirror-session.ts'
import { type OperationReading, removal, UNKNOWN_END } from '../../_audit-records/conclude.ts'
import { asObject, definedOnly, flagOf, type JsonObject, memberOf, textOf } from '../../_audit-records/fields.ts'
import { listOf, textsOf } from '../../_audit-records/lists.ts'
import { redactForms } from '../../_audit-records/redact.ts'
import type { AuditRecord } from '../record.ts'
import { ownerOf, parseResourceName } from '../resource-name.ts'
import { addressOf, filterPart, isWithoutRequest, type OperationReader, toDirection } from './operation.ts'

const MAX_DESCRIPTION_LENGTH = 255

/** Lists of sources, and the collection that the paths of each name. @source Compute Engine API reference, PacketMirroringMirroredResourceInfo. */
const SOURCE_LISTS = ['subnetworks', 'instances', 'tags'] as const

/** `packetMirrorings.insert`: the whole policy. */
export const insertPolicy: OperationReader = (record) =>
  change(record, (name) => {
    const { request } = record
    const define = { do: 'define', name, kind: 'encapsulated', enabled: flagOf(request, 'enable') !== false } as const
    if (isWithoutRequest(record)) return [define, ...(record.act === undefined ? [] : unknownEnds())]
    const direction = toDirection(textOf(asObject(request['filter']), 'direction'))
    const sources = SOURCE_LISTS.flatMap((list) => sourcesOf(request, list, record))
    return [
      define,
      { do: 'replace', sources: sources.map((resource) => ({ resource, direction })), destinations: [] },
      ...collectorEdits(request, record),
      ...filterEdits({ cidrRanges: [], IPProtocols: [], ...asObject(request['filter']) }),
      ...descriptionEdits(request),
    ]
  })

/** `packetMirrorings.patch`: what the request names is so from here; of lists, the whole list. */
export const patchPolicy: OperationReader = (record) =>
  change(record, (name) => {
    const { request } = record
    const resources = asObject(request['mirroredResources'])
    const named = SOURCE_LISTS.filter((list) => list in resources)
    const enabled = flagOf(request, 'enable')
    return [
      { do: 'define', name, kind: 'encapsulated', enabled: true },
      ...named.map((list) => ({
        do: 'swap-resources' as const,
        collection: list,
        resources: sourcesOf(request, list, record),
      })),
      ...directionEdits(request),
      ...collectorEdits(request, record),
      ...filterEdits(request['filter'] === null ? { cidrRanges: [], IPProtocols: [] } : asObject(request['filter'])),
      ...(enabled === undefined ? [] : [{ do: 'set' as const, enabled }]),
      ...descriptionEdits(request),
    ]
  })

/** `packetMirrorings.delete`. */
export const deletePolicy: OperationReader = ({ resource }) =>
  resource === undefined ? undefined : removal({ address: addressOf(resource, 'packet-mirroring') })

function change(record: AuditRecord, editsFor: (name: string) => readonly MirrorEdit[]): OperationReading | undefined {
  if (record.resource === undefined) return undefined
  const address = addressOf(record.resource, 'packet-mirroring')
  const bodyMissing = isWithoutRequest(record) && record.act?.phase !== 'ended'
  return { is: 'change', change: { address, edits: editsFor(address.id) }, bodyMissing }
}

function unknownEnds(): MirrorEdit[] {
  return [
    { do: 'add-sources', sources: [{ resource: UNKNOWN_END, direction: 'both' }] },
    { do: 'add-destinations', destinations: [{ resource: UNKNOWN_END }] },
  ]
}

/** Subnetworks and instances by path, network tags as `tags/web`. */
function sourcesOf(request: JsonObject, list: (typeof SOURCE_LISTS)[number], { resource }: AuditRecord): string[] {
  const members = listOf(memberOf(asObject(request['mirroredResources']), list))
  if (list === 'tags') return textsOf(members).map((tag) => `tags/${tag}`)
  return members.flatMap((member) => parseResourceName(textOf(asObject(member), 'url'), resource?.project)?.path ?? [])
}

/** A filter that is taken away lets both directions through. */
function directionEdits(request: JsonObject): MirrorEdit[] {
  const filter = request['filter']
  const direction: Direction | undefined =
    filter === null || 'direction' in asObject(filter) ? toDirection(textOf(asObject(filter), 'direction')) : undefined
  return direction === undefined ? [] : [{ do: 'set', direction }]
}

/** @source Compute Engine API reference, PacketMirroringFilter: `cidrRanges`, `IPProtocols`. */
function filterEdits(filter: JsonObject): MirrorEdit[] {
  return [
    ...('cidrRanges' in filter ? [filterPart('cidrs', textsOf(filter['cidrRanges']))] : []),
    ...('IPProtocols' in filter ? [filterPart('protocols', textsOf(filter['IPProtocols']))] : []),
  ]
}

/** The collector is the forwarding rule of an internal load balancer, which may be in another project. */
function collectorEdits(request: JsonObject, { resource }: AuditRecord): MirrorEdit[] {
  const rule = parseResourceName(textOf(asObject(request['collectorIlb']), 'url'), resource?.project)
  if (rule === undefined) return []
  const targetOwner = ownerOf(rule)
  const details = definedOnly({ targetId: rule.path, targetType: 'internal-load-balancer', targetOwner })
  return [
    { do: 'add-destinations', destinations: [{ resource: rule.path }], single: true },
    ...(targetOwner === undefined ? [{ do: 'clear' as const, members: ['targetOwner'] }] : []),
    { do: 'set', details },
  ]
}

function descriptionEdits(request: JsonObject): MirrorEdit[] {
  const description = textOf(request, 'description')
  if (description === undefined) return []
  return [{ do: 'set', details: { description: redactForms(description).slice(0, MAX_DESCRIPTION_LENGTH) } }]
}
