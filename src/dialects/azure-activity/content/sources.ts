/** The Activity Log as the log of other people's rules. */
import type { LogSource } from '../../../facts/log-content/log-source.ts'

/** Administrative events of one subscription. */
export const ACTIVITY: LogSource = {
  id: 'azure-activity',
  title: 'Azure Activity Log',
  form: 'json',
  fields: {
    actor: 'caller',
    from: 'callerIpAddress',
    subject: 'subscriptionId',
    operation: 'operationName',
    time: 'time',
  },
  sigma: {
    product: 'azure',
    service: 'activitylogs',
    definition: 'Administrative events of every subscription, exported by a diagnostic setting or read from the API.',
  },
  sentinel: { tables: ['AzureActivity'], connectors: ['AzureActivity'] },
  operations: {
    field: 'operationName',
    like: 'Microsoft.Network/virtualNetworkTap',
    writes: [
      'Microsoft.Network/virtualNetworkTaps/write',
      'Microsoft.Network/virtualNetworkTaps/delete',
      'Microsoft.Network/virtualNetworkTaps/join/action',
      'Microsoft.Network/networkInterfaces/tapConfigurations/write',
      'Microsoft.Network/networkInterfaces/tapConfigurations/delete',
      'Microsoft.Network/networkWatchers/packetCaptures/write',
      'Microsoft.Network/networkWatchers/packetCaptures/stop/action',
      'Microsoft.Network/networkWatchers/packetCaptures/delete',
      'Microsoft.Network/connections/startPacketCapture/action',
      'Microsoft.Network/connections/stopPacketCapture/action',
      'Microsoft.Network/virtualNetworkGateways/startPacketCapture/action',
      'Microsoft.Network/virtualNetworkGateways/stopPacketCapture/action',
      'Microsoft.Network/vpnGateways/startPacketCapture/action',
      'Microsoft.Network/vpnGateways/stopPacketCapture/action',
      'Microsoft.Network/azureFirewalls/packetCapture/action',
      'Microsoft.Network/azureFirewalls/packetCaptureOperation/action',
    ],
    reads: [
      'Microsoft.Network/virtualNetworkTaps/read',
      'Microsoft.Network/networkInterfaces/tapConfigurations/read',
      'Microsoft.Network/networkWatchers/packetCaptures/read',
      'Microsoft.Network/networkWatchers/packetCaptures/queryStatus/action',
    ],
    invented: [
      {
        name: 'Microsoft.Network/networkWatchers/startPacketCapture/action',
        because:
          'Network Watcher has no such operation: a capture begins with networkWatchers/packetCaptures/write, and startPacketCapture is an action of gateways and connections',
      },
      {
        name: 'Microsoft.Network/networkWatchers/vpnConnections/startPacketCapture/action',
        because: 'Network Watcher has no connections of its own: the action belongs to connections and vpnGateways',
      },
      {
        name: 'Microsoft.Network/virtualNetworkTapGroups/write',
        because: 'Azure has no groups of virtual network TAPs',
      },
    ],
  },
  blindSpots: [
    'The use of virtualNetworkTaps/join/action is documented to leave no record: an attachment shows as tapConfigurations/write alone.',
    'The end of a copy is in the body of a write, which exports may leave out.',
    'A capture that ends by its time limit leaves no record.',
    'Machines behind the load balancer of a TAP receive the copy without an operation on the TAP.',
    'Records come one to five minutes after the act, and one long operation comes as several.',
  ],
}
