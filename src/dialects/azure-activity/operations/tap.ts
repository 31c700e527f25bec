/** Virtual network TAPs, and the configurations that switch them on for an interface. */
import type { SessionAddress } from '../../../facts/mirror-session.ts'
import { type OperationReading, removal, UNKNOWN_END } from '../../_audit-records/conclude.ts'
import { definedOnly } from '../../_audit-records/fields.ts'
import type { ActivityRecord } from '../record.ts'
import { ownerOf, type ResourceId } from '../resource-id.ts'
import { bodyOf, referenceOf } from './body.ts'
import { addressIn, foreignOwner } from './operation.ts'

/** What receives the copies of a TAP; one of them is given. @source Azure REST API reference, Virtual Network Taps, Create Or Update. */
const TAP_ENDS = [
  ['destinationNetworkInterfaceIPConfiguration', 'network-interface'],
  ['destinationLoadBalancerFrontEndIPConfiguration', 'load-balancer'],
] as const

/** `tapConfigurations/write`: everything this interface sends and receives is copied to the TAP, in VXLAN. */
export function writeConfiguration(record: ActivityRecord): OperationReading | undefined {
  const address = configurationAddress(record)
  if (address === undefined) return undefined
  const tap = referenceOf(bodyOf(record), 'virtualNetworkTap')
  const source = { resource: ownerOf(record.resource), direction: 'both' as const }
  const destination = { resource: tap?.id ?? UNKNOWN_END, encapsulation: 'vxlan' }
  const define = { do: 'define', name: address.id, kind: 'encapsulated', enabled: true } as const
  if (tap === undefined) {
    const edits = [
      define,
      { do: 'add-sources' as const, sources: [source] },
      { do: 'add-destinations' as const, destinations: [destination] },
    ]
    return { is: 'change', change: { address, edits }, bodyMissing: true }
  }
  const details = definedOnly({ targetId: tap.id, targetOwner: foreignOwner(tap, record) })
  const edits = [
    define,
    { do: 'replace' as const, sources: [source], destinations: [destination] },
    { do: 'set' as const, details },
  ]
  return { is: 'change', change: { address, edits, uses: [tapAddress(tap)] } }
}

/** `tapConfigurations/delete`. */
export function deleteConfiguration(record: ActivityRecord): OperationReading | undefined {
  const address = configurationAddress(record)
  return address === undefined ? undefined : removal({ address })
}

/** `virtualNetworkTaps/write`: where the copies of all interfaces that use this TAP go. */
export function writeTap(record: ActivityRecord): OperationReading | undefined {
  const address = tapAddress(record.resource)
  const define = { do: 'define', name: address.id, kind: 'encapsulated' } as const
  const body = bodyOf(record)
  const [end, targetType] = endOf(body)
  if (end === undefined) return { is: 'change', change: { address, of: 'object', edits: [define] }, bodyMissing: true }
  const details = definedOnly({ targetType, targetResource: end.id, targetOwner: end.subscription })
  const edits = [
    define,
    { do: 'replace' as const, sources: [], destinations: [{ resource: ownerOf(end) }] },
    { do: 'set' as const, details },
  ]
  return { is: 'change', change: { address, of: 'object', edits } }
}

/** `virtualNetworkTaps/join/action`: somebody may attach to it; which interface, another record says. */
export function joinTap(record: ActivityRecord): OperationReading {
  const address = tapAddress(record.resource)
  return {
    is: 'change',
    change: { address, of: 'object', edits: [{ do: 'define', name: address.id, kind: 'encapsulated' }] },
  }
}

/** `virtualNetworkTaps/delete`. */
export function deleteTap(record: ActivityRecord): OperationReading {
  return removal({ address: tapAddress(record.resource), of: 'object' })
}

function configurationAddress(record: ActivityRecord): SessionAddress | undefined {
  const [, nic, type, name] = record.resource.path
  if (nic === undefined || type !== 'tapconfigurations' || name === undefined) return undefined
  return addressIn(record, 'tap-configuration', `${nic}/${name}`)
}

/** By its whole id, because interfaces of other groups and subscriptions name it so. */
function tapAddress(tap: ResourceId): SessionAddress {
  return { scope: tap.group ?? '', namespace: 'virtual-network-tap', id: tap.id }
}

function endOf(body: ReturnType<typeof bodyOf>): readonly [ResourceId | undefined, string | undefined] {
  for (const [member, type] of TAP_ENDS) {
    const end = referenceOf(body, member)
    if (end !== undefined) return [end, type]
  }
  return [undefined, undefined]
}
