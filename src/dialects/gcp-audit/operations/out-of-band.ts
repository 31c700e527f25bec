/** Out-of-band mirroring: deployments of collectors, the groups that lead to them, and the networks that are attached. */
import type { MirrorEdit } from '../../../facts/mirror-edit.ts'
import type { MirrorDetails } from '../../../facts/mirror-session.ts'
import type { ObjectChange } from '../../_audit-records/audit-facts.ts'
import type { OperationReading } from '../../_audit-records/conclude.ts'
import { asObject, definedOnly, type JsonObject, memberOf, textOf } from '../../_audit-records/fields.ts'
import type { AuditRecord } from '../record.ts'
import { ownerOf, parseResourceName, type ResourceName } from '../resource-name.ts'
import { addressOf, type OperationReader, type OperationTable, objectAddress } from './operation.ts'

/** One kind of resource: what it is called in names, in requests and in addresses, and what its body says. */
interface Kind {
  readonly word: string
  readonly collection: string
  readonly namespace: string
  readonly of?: 'object'
  readonly edits: (body: JsonObject, own: ResourceName) => readonly MirrorEdit[]
}

/** @source Network Security API reference, projects.locations.mirroringDeployments and its siblings. */
const KINDS: readonly Kind[] = [
  {
    word: 'MirroringDeployment',
    collection: 'mirroringDeployments',
    namespace: 'mirroring-deployment',
    of: 'object',
    edits: (body, own) => leadTo(body, 'forwardingRule', { targetType: 'forwarding-rule', own }),
  },
  {
    word: 'MirroringDeploymentGroup',
    collection: 'mirroringDeploymentGroups',
    namespace: 'mirroring-deployment-group',
    of: 'object',
    edits: () => [],
  },
  {
    word: 'MirroringEndpointGroup',
    collection: 'mirroringEndpointGroups',
    namespace: 'mirroring-endpoint-group',
    of: 'object',
    edits: (body, own) => leadTo(body, 'mirroringDeploymentGroup', { targetType: 'mirroring-deployment-group', own }),
  },
  {
    word: 'MirroringEndpointGroupAssociation',
    collection: 'mirroringEndpointGroupAssociations',
    namespace: 'mirroring-endpoint-group-association',
    edits: attach,
  },
]

/** Create, update and delete of every kind. */
export const OUT_OF_BAND: OperationTable = KINDS.flatMap((kind) => [
  [`Mirroring.Create${kind.word}`, writer(kind)] as const,
  [`Mirroring.Update${kind.word}`, writer(kind)] as const,
  [`Mirroring.Delete${kind.word}`, remover(kind)] as const,
])

function writer(kind: Kind): OperationReader {
  return (record) => {
    const own = nameOf(record, kind)
    if (own === undefined) return undefined
    const body = asObject(memberOf(record.request, lowerFirst(kind.word)))
    const enabled = kind.of === undefined ? { enabled: 'unknown' as const } : {}
    const target = changeOf(kind, own)
    const edits: MirrorEdit[] = [
      { do: 'define', name: target.address.id, kind: 'encapsulated', ...enabled },
      ...kind.edits(body, own),
    ]
    return { is: 'change', change: { ...target, edits, ...usesOf(body) } }
  }
}

function remover(kind: Kind): OperationReader {
  return (record): OperationReading | undefined => {
    const own = nameOf(record, kind)
    return own === undefined
      ? undefined
      : { is: 'change', change: { ...changeOf(kind, own), edits: [{ do: 'remove' }] } }
  }
}

function changeOf(kind: Kind, own: ResourceName): Pick<ObjectChange, 'address' | 'of'> {
  if (kind.of === undefined) return { address: addressOf(own, kind.namespace) }
  return { address: objectAddress(own, kind.namespace), of: kind.of }
}

/** A creation may name the parent alone, with the new name beside it in the request. */
function nameOf({ resource, request }: AuditRecord, { collection, word }: Kind): ResourceName | undefined {
  if (resource?.collection === collection) return resource
  const id = textOf(request, `${lowerFirst(word)}Id`)
  const parent = textOf(request, 'parent') ?? resource?.path
  if (id !== undefined && parent !== undefined) return parseResourceName(`${parent}/${collection}/${id}`)
  const named = parseResourceName(textOf(request, 'name') ?? textOf(asObject(request[lowerFirst(word)]), 'name'))
  return named?.collection === collection ? named : undefined
}

/** Where what is sent to this object goes on to. */
function leadTo(
  body: JsonObject,
  member: string,
  { targetType, own }: { targetType: string; own: ResourceName },
): MirrorEdit[] {
  const end = parseResourceName(textOf(body, member), own.project)
  if (end === undefined) return []
  const details: MirrorDetails = definedOnly({ targetType, targetResource: end.path, targetOwner: ownerOf(end) })
  return [
    { do: 'replace', sources: [], destinations: [{ resource: end.path }] },
    { do: 'set', details },
  ]
}

/** A network is attached to an endpoint group; what of it is copied, rules of its firewall policies say. */
function attach(body: JsonObject, own: ResourceName): MirrorEdit[] {
  const network = parseResourceName(textOf(body, 'network'), own.project)
  const group = parseResourceName(textOf(body, 'mirroringEndpointGroup'), own.project)
  if (network === undefined && group === undefined) return []
  return [
    {
      do: 'replace',
      sources: network === undefined ? [] : [{ resource: network.path, direction: 'both' }],
      destinations: group === undefined ? [] : [{ resource: group.path, encapsulation: 'geneve' }],
    },
    ...(group === undefined ? [] : [{ do: 'set' as const, details: { targetId: group.path } }]),
  ]
}

/** Groups that a deployment or association belongs to. */
function usesOf(body: JsonObject): Pick<ObjectChange, 'uses'> {
  const named = [
    ['mirroringDeploymentGroup', 'mirroring-deployment-group'],
    ['mirroringEndpointGroup', 'mirroring-endpoint-group'],
  ] as const
  const uses = named.flatMap(([member, namespace]) => {
    const group = parseResourceName(textOf(body, member))
    return group === undefined ? [] : [objectAddress(group, namespace)]
  })
  return uses.length === 0 ? {} : { uses }
}

function lowerFirst(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1)
}
