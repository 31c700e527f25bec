/** Records of the Activity Log and what each shows: acts in both exports, related acts, and neighbours that show nothing. */
import type { RecordExample } from '../../../facts/log-content/log-source.ts'
import type { RecordAct } from '../../../facts/log-content/record-act.ts'
import { type ActivityExample, answered, exported, networkResource, subscriptionResource } from './activity-record.ts'
import { ACTIVITY } from './sources.ts'

const NETWORK = 'Microsoft.Network'
const TAP = networkResource('virtualNetworkTaps/tap-1')
const CONFIGURATION = networkResource('networkInterfaces/nic-1/tapConfigurations/tap')
const CAPTURE = networkResource('networkWatchers/watcher-1/packetCaptures/pc-1')
const GATEWAY = networkResource('virtualNetworkGateways/gw-1')
const FIREWALL = networkResource('azureFirewalls/fw-1')
const FLOW_LOG = networkResource('networkWatchers/watcher-1/flowLogs/fl-1')
const BALANCER = networkResource('loadBalancers/sensor')
const MACHINE = networkResource('x').replace('Microsoft.Network/x', 'Microsoft.Compute/virtualMachines/vm-1')

const TAP_BODY = {
  location: 'westeurope',
  properties: {
    destinationLoadBalancerFrontEndIPConfiguration: { id: `${BALANCER}/frontendIPConfigurations/fe` },
    destinationPort: 4789,
  },
}
const CONFIGURATION_BODY = { properties: { virtualNetworkTap: { id: TAP } } }
const CAPTURE_BODY = {
  properties: {
    target: MACHINE,
    storageLocation: {
      storageId: networkResource('x').replace('Microsoft.Network/x', 'Microsoft.Storage/storageAccounts/captures'),
    },
  },
}
const STORED = { sasUrl: 'https://captures.blob.core.windows.net/packets' }
const DENIED = { statusCode: 'Forbidden', statusMessage: '{"error":{"code":"AuthorizationFailed"}}' }

/** One set-up: a TAP, and an interface attached to it, each in three records. */
const SET_UP: readonly RecordExample[] = [
  record('a TAP begins to be created', ['part-set'], {
    at: '03:00:01',
    operation: `${NETWORK}/virtualNetworkTaps/write`,
    resource: TAP,
    status: 'Start',
    body: TAP_BODY,
    act: '03:00:01',
  }),
  record('the creation of a TAP is accepted', ['part-set'], {
    at: '03:00:02',
    operation: `${NETWORK}/virtualNetworkTaps/write`,
    resource: TAP,
    status: 'Accept',
    act: '03:00:01',
  }),
  record('a TAP is created', ['part-set'], {
    at: '03:00:05',
    operation: `${NETWORK}/virtualNetworkTaps/write`,
    resource: TAP,
    act: '03:00:01',
  }),
  record('an interface begins to be attached', ['session-set'], {
    at: '03:01:01',
    operation: `${NETWORK}/networkInterfaces/tapConfigurations/write`,
    resource: CONFIGURATION,
    status: 'Start',
    body: CONFIGURATION_BODY,
    act: '03:01:01',
  }),
  record('the attachment of an interface is accepted', ['session-set'], {
    at: '03:01:02',
    operation: `${NETWORK}/networkInterfaces/tapConfigurations/write`,
    resource: CONFIGURATION,
    status: 'Accept',
    act: '03:01:01',
  }),
  record('an interface is attached', ['session-set'], {
    at: '03:01:05',
    operation: `${NETWORK}/networkInterfaces/tapConfigurations/write`,
    resource: CONFIGURATION,
    act: '03:01:01',
  }),
].map((example) => ({ ...example, setup: 'azure-tap' }))

const ACTS: readonly RecordExample[] = [
  answer('a TAP is created, as the API tells it', ['part-set'], {
    at: '03:02:00',
    operation: `${NETWORK}/virtualNetworkTaps/write`,
    resource: TAP,
    body: TAP_BODY,
  }),
  answer('an interface is attached, as the API tells it', ['session-set'], {
    at: '03:02:01',
    operation: `${NETWORK}/networkInterfaces/tapConfigurations/write`,
    resource: CONFIGURATION,
    body: CONFIGURATION_BODY,
  }),
  record('a TAP is joined', ['part-set'], {
    at: '03:02:02',
    operation: `${NETWORK}/virtualNetworkTaps/join/action`,
    resource: TAP,
  }),
  record('an interface is detached', ['session-removed'], {
    at: '03:03:00',
    operation: `${NETWORK}/networkInterfaces/tapConfigurations/delete`,
    resource: CONFIGURATION,
  }),
  answer('an interface is detached, as the API tells it', ['session-removed'], {
    at: '03:03:01',
    operation: `${NETWORK}/networkInterfaces/tapConfigurations/delete`,
    resource: CONFIGURATION,
  }),
  record('a TAP is deleted', ['part-removed'], {
    at: '03:03:02',
    operation: `${NETWORK}/virtualNetworkTaps/delete`,
    resource: TAP,
  }),
  answer('a TAP is deleted, as the API tells it', ['part-removed'], {
    at: '03:03:03',
    operation: `${NETWORK}/virtualNetworkTaps/delete`,
    resource: TAP,
  }),
  record('an attachment is denied', ['session-refused'], {
    at: '03:04:00',
    operation: `${NETWORK}/networkInterfaces/tapConfigurations/write`,
    resource: CONFIGURATION,
    status: 'Failure',
    body: CONFIGURATION_BODY,
    properties: DENIED,
  }),
  answer('an attachment is denied, as the API tells it', ['session-refused'], {
    at: '03:04:01',
    operation: `${NETWORK}/networkInterfaces/tapConfigurations/write`,
    resource: CONFIGURATION,
    status: 'Failed',
    body: CONFIGURATION_BODY,
    properties: DENIED,
  }),
  record('a capture is denied', ['session-refused'], {
    at: '03:04:02',
    operation: `${NETWORK}/networkWatchers/packetCaptures/write`,
    resource: CAPTURE,
    status: 'Failure',
    body: CAPTURE_BODY,
    properties: DENIED,
  }),
  record('a capture of a machine begins', ['capture-set'], {
    at: '03:05:00',
    operation: `${NETWORK}/networkWatchers/packetCaptures/write`,
    resource: CAPTURE,
    status: 'Start',
    body: CAPTURE_BODY,
  }),
  answer('a capture of a machine begins, as the API tells it', ['capture-set'], {
    at: '03:05:01',
    operation: `${NETWORK}/networkWatchers/packetCaptures/write`,
    resource: CAPTURE,
    body: CAPTURE_BODY,
  }),
  record('a capture of a machine is stopped', ['capture-removed'], {
    at: '03:05:02',
    operation: `${NETWORK}/networkWatchers/packetCaptures/stop/action`,
    resource: CAPTURE,
  }),
  record('a capture of a machine is deleted', ['capture-removed'], {
    at: '03:05:03',
    operation: `${NETWORK}/networkWatchers/packetCaptures/delete`,
    resource: CAPTURE,
  }),
  record('a gateway captures', ['capture-set'], {
    at: '03:06:00',
    operation: `${NETWORK}/virtualNetworkGateways/startPacketCapture/action`,
    resource: GATEWAY,
    body: { filterData: '{}' },
  }),
  answer('a connection captures, as the API tells it', ['capture-set'], {
    at: '03:06:01',
    operation: `${NETWORK}/connections/startPacketCapture/action`,
    resource: networkResource('connections/branch-1'),
    body: { filterData: '{}' },
  }),
  record('the capture of a gateway is stopped and stored', ['capture-removed', 'capture-exported'], {
    at: '03:06:02',
    operation: `${NETWORK}/virtualNetworkGateways/stopPacketCapture/action`,
    resource: GATEWAY,
    body: STORED,
  }),
  record('the capture of a gateway is stopped', ['capture-removed'], {
    at: '03:06:03',
    operation: `${NETWORK}/virtualNetworkGateways/stopPacketCapture/action`,
    resource: GATEWAY,
  }),
  record('a firewall captures', ['capture-set'], {
    at: '03:07:00',
    operation: `${NETWORK}/azureFirewalls/packetCapture/action`,
    resource: FIREWALL,
    body: { operation: 'Start', ...STORED },
  }),
  record('the capture of a firewall is stopped and stored', ['capture-removed', 'capture-exported'], {
    at: '03:07:01',
    operation: `${NETWORK}/azureFirewalls/packetCaptureOperation/action`,
    resource: FIREWALL,
    body: { operation: 'Stop', ...STORED },
  }),
]

const RELATED: readonly RecordExample[] = [
  record('the export of the Activity Log is deleted', ['audit-trail-cut'], {
    at: '02:58:00',
    operation: 'Microsoft.Insights/diagnosticSettings/delete',
    resource: subscriptionResource('Microsoft.Insights/diagnosticSettings/to-siem'),
  }),
  record('the export of the Activity Log leaves out administrative events', ['audit-trail-cut'], {
    at: '02:58:01',
    operation: 'Microsoft.Insights/diagnosticSettings/write',
    resource: subscriptionResource('Microsoft.Insights/diagnosticSettings/to-siem'),
    body: {
      properties: {
        logs: [
          { category: 'Administrative', enabled: false },
          { category: 'Security', enabled: true },
        ],
      },
    },
  }),
  answer('a log profile is deleted', ['audit-trail-cut'], {
    at: '02:58:02',
    operation: 'Microsoft.Insights/logProfiles/delete',
    resource: subscriptionResource('Microsoft.Insights/logProfiles/default'),
  }),
  record('the logs of a firewall are exported no longer', ['logging-cut'], {
    at: '02:58:03',
    operation: 'Microsoft.Insights/diagnosticSettings/delete',
    resource: `${FIREWALL}/providers/Microsoft.Insights/diagnosticSettings/to-siem`,
  }),
  record('a flow log is deleted', ['flow-logs-cut'], {
    at: '02:59:00',
    operation: `${NETWORK}/networkWatchers/flowLogs/delete`,
    resource: FLOW_LOG,
  }),
  record('a flow log is switched off', ['flow-logs-cut'], {
    at: '02:59:01',
    operation: `${NETWORK}/networkWatchers/flowLogs/write`,
    resource: FLOW_LOG,
    body: {
      location: 'westeurope',
      properties: { targetResourceId: networkResource('virtualNetworks/prod'), enabled: false },
    },
  }),
  record('a network watcher is deleted', ['flow-logs-cut'], {
    at: '02:59:02',
    operation: `${NETWORK}/networkWatchers/delete`,
    resource: networkResource('networkWatchers/watcher-1'),
  }),
  record('a load balancer is written', ['load-balancer-changed'], {
    at: '03:20:00',
    operation: `${NETWORK}/loadBalancers/write`,
    resource: BALANCER,
  }),
  answer('a pool of a load balancer is written, as the API tells it', ['load-balancer-changed'], {
    at: '03:20:01',
    operation: `${NETWORK}/loadBalancers/backendAddressPools/write`,
    resource: `${BALANCER}/backendAddressPools/pool`,
  }),
  record('the capture agent is installed', ['configuration-edited'], {
    at: '03:21:00',
    operation: 'Microsoft.Compute/virtualMachines/extensions/write',
    resource: `${MACHINE}/extensions/AzureNetworkWatcherExtension`,
    body: { properties: { publisher: 'Microsoft.Azure.NetworkWatcher', type: 'NetworkWatcherAgentLinux' } },
  }),
  record('somebody becomes Network Contributor', ['mirror-rights-granted'], {
    at: '02:50:00',
    operation: 'Microsoft.Authorization/roleAssignments/write',
    resource: subscriptionResource('Microsoft.Authorization/roleAssignments/7f3a09c1-d2e4-4586-9000-000000000009'),
    status: 'Start',
    body: {
      Id: '7f3a09c1-d2e4-4586-9000-000000000009',
      Properties: {
        PrincipalId: '7f3a09c1-d2e4-4586-9000-00000000bbbb',
        RoleDefinitionId: subscriptionResource(
          'Microsoft.Authorization/roleDefinitions/4d97b98b-1d4f-4787-a291-c67834d212e7',
        ),
      },
    },
  }),
]

const BENIGN: readonly RecordExample[] = [
  record('TAPs are read', [], { at: '04:00:00', operation: `${NETWORK}/virtualNetworkTaps/read`, resource: TAP }),
  record('the state of a capture is asked for', [], {
    at: '04:00:01',
    operation: `${NETWORK}/networkWatchers/packetCaptures/queryStatus/action`,
    resource: CAPTURE,
  }),
  record('the state of the capture of a firewall is asked for', [], {
    at: '04:00:02',
    operation: `${NETWORK}/azureFirewalls/packetCaptureOperation/action`,
    resource: FIREWALL,
    body: { operation: 'Status' },
  }),
  record('an interface is written', [], {
    at: '04:00:03',
    operation: `${NETWORK}/networkInterfaces/write`,
    resource: networkResource('networkInterfaces/nic-1'),
  }),
  answer('an interface is read, as the API tells it', [], {
    at: '04:00:04',
    operation: `${NETWORK}/networkInterfaces/read`,
    resource: networkResource('networkInterfaces/nic-1'),
  }),
  record('the deletion of an export begins', [], {
    at: '04:00:05',
    operation: 'Microsoft.Insights/diagnosticSettings/delete',
    resource: subscriptionResource('Microsoft.Insights/diagnosticSettings/to-siem'),
    status: 'Start',
  }),
  record('an export of administrative events is written', [], {
    at: '04:00:06',
    operation: 'Microsoft.Insights/diagnosticSettings/write',
    resource: subscriptionResource('Microsoft.Insights/diagnosticSettings/to-siem'),
    body: {
      properties: {
        logs: [
          { category: 'Administrative', enabled: true },
          { category: 'Security', enabled: false },
        ],
      },
    },
  }),
  record('a flow log keeps nothing for long', [], {
    at: '04:00:07',
    operation: `${NETWORK}/networkWatchers/flowLogs/write`,
    resource: FLOW_LOG,
    body: { properties: { retentionPolicy: { days: 0, enabled: false }, enabled: true } },
  }),
  record('a flow log cannot be deleted', [], {
    at: '04:00:08',
    operation: `${NETWORK}/networkWatchers/flowLogs/delete`,
    resource: FLOW_LOG,
    status: 'Failure',
    properties: DENIED,
  }),
  record('another extension is installed', [], {
    at: '04:00:09',
    operation: 'Microsoft.Compute/virtualMachines/extensions/write',
    resource: `${MACHINE}/extensions/AzureMonitorLinuxAgent`,
    body: { properties: { publisher: 'Microsoft.Azure.Monitor', type: 'AzureMonitorLinuxAgent' } },
  }),
  record('somebody becomes Reader', [], {
    at: '04:00:10',
    operation: 'Microsoft.Authorization/roleAssignments/write',
    resource: subscriptionResource('Microsoft.Authorization/roleAssignments/7f3a09c1-d2e4-4586-9000-000000000010'),
    status: 'Start',
    body: {
      Properties: {
        RoleDefinitionId: subscriptionResource(
          'Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7',
        ),
      },
    },
  }),
]

export const EXAMPLES: readonly RecordExample[] = [...SET_UP, ...ACTS, ...RELATED, ...BENIGN]

/** As diagnostic settings export it. */
function record(name: string, acts: readonly RecordAct[], example: ActivityExample): RecordExample {
  return { name, source: ACTIVITY.id, text: exported(example), acts }
}

/** As the REST API answers. */
function answer(name: string, acts: readonly RecordAct[], example: ActivityExample): RecordExample {
  return { name, source: ACTIVITY.id, text: answered(example), acts }
}
