/** The methods that make, change and end copies, as Google's documentation spells them. */
import { type MethodKey, toMethodKey } from '../method-name.ts'
import { deleteForwardingRule, insertForwardingRule } from './collector.ts'
import { addRule, patchRule, removeRule } from './mirroring-rule.ts'
import type { OperationReader, OperationTable } from './operation.ts'
import { OUT_OF_BAND } from './out-of-band.ts'
import { deletePolicy, insertPolicy, patchPolicy } from './packet-mirroring.ts'

/** @source Compute Engine API reference, packetMirrorings, networkFirewallPolicies, firewallPolicies, forwardingRules. */
const COMPUTE: OperationTable = [
  ['packetMirrorings.insert', insertPolicy],
  ['packetMirrorings.patch', patchPolicy],
  ['packetMirrorings.delete', deletePolicy],
  ['networkFirewallPolicies.addPacketMirroringRule', addRule],
  ['networkFirewallPolicies.patchPacketMirroringRule', patchRule],
  ['networkFirewallPolicies.removePacketMirroringRule', removeRule],
  ['firewallPolicies.addPacketMirroringRule', addRule],
  ['firewallPolicies.patchPacketMirroringRule', patchRule],
  ['firewallPolicies.removePacketMirroringRule', removeRule],
  ['forwardingRules.insert', insertForwardingRule],
  ['forwardingRules.delete', deleteForwardingRule],
]

/** A method without its version, and its reader. */
export interface Operation {
  readonly name: string
  readonly read: OperationReader
}

const OPERATIONS: ReadonlyMap<MethodKey, Operation> = new Map(
  [...COMPUTE.map(([name, read]) => [`compute.${name}`, read] as const), ...OUT_OF_BAND].map(([name, read]) => [
    toMethodKey(name, 'networksecurity'),
    { name, read },
  ]),
)

/** The operation behind a method; undefined where it makes no copy. */
export function operationOf(method: MethodKey): Operation | undefined {
  return OPERATIONS.get(method)
}
