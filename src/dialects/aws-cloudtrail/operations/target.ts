/** Create a mirror target: the interface, load balancer or endpoint where copies go, and whose account it is in. */
import type { ObjectChange } from '../../_audit-records/audit-facts.ts'
import { definedOnly, textOfFirst } from '../../_audit-records/fields.ts'
import { accountOf } from '../number-fields.ts'
import type { TrailRecord } from '../record.ts'
import { addressOf, answered, descriptionOf, idWithoutAnswer } from './object-change.ts'

/** Where a target may lead; exactly one is given. @source Amazon EC2 API reference, CreateTrafficMirrorTarget. */
const END_MEMBERS = [
  ['networkInterfaceId', 'network-interface'],
  ['networkLoadBalancerArn', 'network-load-balancer'],
  ['gatewayLoadBalancerEndpointId', 'gateway-load-balancer-endpoint'],
] as const

/** `CreateTrafficMirrorTarget`. `targetOwner` differs from the record's account where the target is a foreign one. */
export function createTarget(record: TrailRecord): ObjectChange | undefined {
  const target = answered(record, 'trafficMirrorTarget')
  const text = (name: string) => textOfFirst([target, record.request], name)
  const [end, type] = endOf(text)
  const targetId = text('trafficMirrorTargetId')
  if (record.outcome === 'accepted' && targetId === undefined && end === undefined) return undefined
  const id = targetId ?? idWithoutAnswer(record, end ?? '?')
  const details = definedOnly({
    targetType: text('type') ?? type,
    targetResource: end,
    targetOwner: accountOf(target, 'ownerId'),
    description: descriptionOf(text('description')),
  })
  return {
    address: addressOf(record, 'traffic-mirror-target', id),
    edits: [
      { do: 'define', name: id, kind: 'encapsulated' },
      { do: 'replace', sources: [], destinations: end === undefined ? [] : [{ resource: end }] },
      { do: 'set', details },
    ],
  }
}

function endOf(text: (name: string) => string | undefined): readonly [string | undefined, string | undefined] {
  for (const [member, type] of END_MEMBERS) {
    const end = text(member)
    if (end !== undefined) return [end, type]
  }
  return [undefined, undefined]
}
