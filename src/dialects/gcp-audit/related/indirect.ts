/** Methods that change what is copied, or who gets it, without a method on the mirror: tags, load balancers, profiles. */
import type { SignalKind } from '../../../facts/fact.ts'
import type { OperationReading } from '../../_audit-records/conclude.ts'
import { asObject, memberOf, textOf } from '../../_audit-records/fields.ts'
import { listOf, textsOf } from '../../_audit-records/lists.ts'
import { nameSome } from '../../_audit-records/name-some.ts'
import type { MethodKey } from '../method-name.ts'
import type { AuditRecord } from '../record.ts'
import { parseResourceName } from '../resource-name.ts'

type Reader = (record: AuditRecord) => OperationReading

/** Method → what it means for mirrors. @source Compute Engine API reference; Network Security API reference. */
export const INDIRECT_METHODS: readonly (readonly [MethodKey, Reader])[] = [
  ['compute instances.settags', setTags],
  ['compute forwardingrules.settarget', balancerChanged],
  ['compute forwardingrules.patch', balancerChanged],
  ['compute backendservices.patch', balancerChanged],
  ['compute backendservices.update', balancerChanged],
  ['compute regionbackendservices.patch', balancerChanged],
  ['compute regionbackendservices.update', balancerChanged],
  ['compute instancegroups.addinstances', balancerChanged],
  ['compute instancegroups.removeinstances', balancerChanged],
  ['networksecurity createsecurityprofile', writeProfile],
  ['networksecurity updatesecurityprofile', writeProfile],
  ['networksecurity createsecurityprofilegroup', writeProfile],
  ['networksecurity updatesecurityprofilegroup', writeProfile],
  ['networksecurity createinterceptendpointgroupassociation', intercept],
]

/** A policy that mirrors by network tag copies whatever machine carries the tag. */
function setTags(record: AuditRecord): OperationReading {
  const { request } = record
  const tags = textsOf(memberOf(request, 'tags') ?? memberOf(request, 'items'))
  const said = tags.length === 0 ? 'no network tags' : `network tags ${nameSome(tags)}`
  return act('tag-changed', `instance ${record.resource?.path ?? 'of unknown name'} has ${said}`)
}

/** A load balancer may stand behind a collector; which one does, is in other entries. */
function balancerChanged({ resource, request, method }: AuditRecord): OperationReading {
  const members = listOf(memberOf(request, 'instances')).flatMap(
    (member) => parseResourceName(textOf(asObject(member), 'instance'))?.name ?? [],
  )
  const how = method.endsWith('.removeinstances') ? 'loses' : 'gets'
  const path = resource?.path ?? 'a load balancer of unknown name'
  return act('load-balancer-changed', members.length === 0 ? `${path} changed` : `${path} ${how} ${nameSome(members)}`)
}

/** What a mirroring rule's packets go through: a group names a profile, and a profile the endpoint group. */
function writeProfile(record: AuditRecord): OperationReading {
  const { request } = record
  const group = textOf(asObject(request['securityProfileGroup']), 'customMirroringProfile')
  const profile = asObject(asObject(request['securityProfile'])['customMirroringProfile'])
  const end = group ?? textOf(profile, 'mirroringEndpointGroup')
  if (end === undefined)
    return { is: 'irrelevant', because: 'the security profile mirrors nothing, as far as the entry shows' }
  const own = profileName(record, group === undefined ? 'securityProfile' : 'securityProfileGroup')
  return act('filter-changed', `${own} mirrors to ${parseResourceName(end)?.path ?? end}`)
}

/** By its whole name, as rules name it; a creation names the parent, with the new name beside it. */
function profileName({ resource, request }: AuditRecord, word: string): string {
  const id = textOf(request, `${word}Id`)
  const path = resource?.path ?? 'a security profile of unknown name'
  return id === undefined || resource?.collection === `${word}s` ? path : `${path}/${word}s/${id}`
}

/** The in-band sibling: packets go through somebody else's machines instead of being copied to them. */
function intercept({ request }: AuditRecord): OperationReading {
  const association = asObject(request['interceptEndpointGroupAssociation'])
  const path = (member: string) => parseResourceName(textOf(association, member))?.path ?? 'unknown'
  return act('route-changed', `traffic of ${path('network')} led through ${path('interceptEndpointGroup')}`)
}

function act(signal: SignalKind, detail: string): OperationReading {
  return { is: 'act', act: { signal, detail } }
}
