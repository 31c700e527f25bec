/** The forwarding rule that takes mirrored packets: the target of Packet Mirroring policies. */
import type { MirrorEdit } from '../../../facts/mirror-edit.ts'
import { removal } from '../../_audit-records/conclude.ts'
import { definedOnly, flagOf, textOf } from '../../_audit-records/fields.ts'
import { ownerOf, parseResourceName } from '../resource-name.ts'
import { type OperationReader, objectAddress } from './operation.ts'

/** `forwardingRules.insert` with `isMirroringCollector`; every other load balancer takes no copies. */
export const insertForwardingRule: OperationReader = ({ resource, request }) => {
  if (flagOf(request, 'isMirroringCollector') !== true)
    return { is: 'irrelevant', because: 'the forwarding rule is no mirroring collector, as far as the entry shows' }
  if (resource === undefined) return undefined
  const address = objectAddress(resource, 'forwarding-rule')
  const backend = parseResourceName(textOf(request, 'backendService'), resource.project)
  const details = definedOnly({
    targetType: 'internal-load-balancer',
    targetResource: backend?.path,
    targetOwner: ownerOf(resource),
  })
  const edits: MirrorEdit[] = [
    { do: 'define', name: address.id, kind: 'encapsulated' },
    { do: 'replace', sources: [], destinations: backend === undefined ? [] : [{ resource: backend.path }] },
    { do: 'set', details },
  ]
  return { is: 'change', change: { address, of: 'object', edits } }
}

/** `forwardingRules.delete`: of a rule that was no collector nothing is known that could end. */
export const deleteForwardingRule: OperationReader = ({ resource }) =>
  resource === undefined ? undefined : removal({ address: objectAddress(resource, 'forwarding-rule'), of: 'object' })
