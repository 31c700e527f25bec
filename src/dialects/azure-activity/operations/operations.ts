/** The operations that make, change and end copies, as Azure's documentation spells them. */
import {
  deleteCapture,
  firewallCapture,
  startGatewayCapture,
  stopCapture,
  stopGatewayCapture,
  writeCapture,
} from './capture.ts'
import type { Operation, OperationReader } from './operation.ts'
import { deleteConfiguration, deleteTap, joinTap, writeConfiguration, writeTap } from './tap.ts'

/** @source Azure RBAC documentation, "Azure permissions for Networking", Microsoft.Network. */
const OPERATIONS: readonly (readonly [string, OperationReader])[] = [
  ['Microsoft.Network/virtualNetworkTaps/write', writeTap],
  ['Microsoft.Network/virtualNetworkTaps/delete', deleteTap],
  ['Microsoft.Network/virtualNetworkTaps/join/action', joinTap],
  ['Microsoft.Network/networkInterfaces/tapConfigurations/write', writeConfiguration],
  ['Microsoft.Network/networkInterfaces/tapConfigurations/delete', deleteConfiguration],
  ['Microsoft.Network/networkWatchers/packetCaptures/write', writeCapture],
  ['Microsoft.Network/networkWatchers/packetCaptures/stop/action', stopCapture],
  ['Microsoft.Network/networkWatchers/packetCaptures/delete', deleteCapture],
  ['Microsoft.Network/azureFirewalls/packetCapture/action', firewallCapture],
  ['Microsoft.Network/azureFirewalls/packetCaptureOperation/action', firewallCapture],
]

const BY_NAME = new Map(OPERATIONS.map(([name, read]) => [name.toLowerCase(), { name, read }]))

/** Captures have these two actions on gateways, connections and whatever comes next; their parent is in the name. */
const CAPTURE_ACTIONS: readonly (readonly [string, OperationReader])[] = [
  ['/startPacketCapture/action', startGatewayCapture],
  ['/stopPacketCapture/action', stopGatewayCapture],
]

/** The operation of a name in lower case; undefined where it makes no copy. */
export function operationNamed(operation: string): Operation | undefined {
  const known = BY_NAME.get(operation)
  if (known !== undefined) return known
  for (const [ending, read] of CAPTURE_ACTIONS) {
    const tail = ending.toLowerCase()
    if (operation.endsWith(tail)) return { name: operation.slice(0, -tail.length) + ending, read }
  }
  return undefined
}
