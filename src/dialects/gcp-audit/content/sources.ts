/** Audit logs as the log of other people's rules. */
import type { LogSource } from '../../../facts/log-content/log-source.ts'

const RULE_METHODS = ['addPacketMirroringRule', 'patchPacketMirroringRule', 'removePacketMirroringRule']
const OUT_OF_BAND = [
  'MirroringDeployment',
  'MirroringDeploymentGroup',
  'MirroringEndpointGroup',
  'MirroringEndpointGroupAssociation',
]
const POLICY_READS = ['get', 'list', 'aggregatedList', 'testIamPermissions']

/** Admin Activity of one project, folder or organisation. */
export const AUDIT: LogSource = {
  id: 'gcp-audit',
  title: 'Google Cloud audit logs',
  form: 'json',
  fields: {
    actor: 'protoPayload.authenticationInfo.principalEmail',
    from: 'protoPayload.requestMetadata.callerIp',
    subject: 'resource.labels.project_id',
    operation: 'protoPayload.methodName',
    time: 'timestamp',
  },
  sigma: {
    product: 'gcp',
    service: 'gcp.audit',
    definition: 'Admin Activity audit logs of every project (cloudaudit.googleapis.com/activity), which are always on.',
    fieldNames: {
      'protoPayload.methodName': 'gcp.audit.method_name',
      'protoPayload.serviceName': 'gcp.audit.service_name',
      'protoPayload.status.code': 'gcp.audit.status.code',
      'protoPayload.authorizationInfo.granted': 'gcp.audit.authorization_info.granted',
    },
  },
  sentinel: { tables: ['GCPAuditLogs'], connectors: ['GCPAuditLogsDefinition'] },
  operations: {
    field: 'protoPayload.methodName',
    like: 'Mirroring',
    writes: [
      ...['insert', 'patch', 'delete'].map((verb) => `compute.packetMirrorings.${verb}`),
      ...['networkFirewallPolicies', 'firewallPolicies'].flatMap((policies) =>
        RULE_METHODS.map((method) => `compute.${policies}.${method}`),
      ),
      ...OUT_OF_BAND.flatMap((kind) => ['Create', 'Update', 'Delete'].map((verb) => `Mirroring.${verb}${kind}`)),
    ],
    reads: [
      ...POLICY_READS.map((verb) => `compute.packetMirrorings.${verb}`),
      ...['networkFirewallPolicies', 'firewallPolicies'].map(
        (policies) => `compute.${policies}.getPacketMirroringRule`,
      ),
      ...OUT_OF_BAND.flatMap((kind) => [`Mirroring.Get${kind}`, `Mirroring.List${kind}s`]),
    ],
    invented: [
      {
        name: 'compute.packetMirrorings.update',
        because: 'a policy is changed by compute.packetMirrorings.patch alone',
      },
    ],
  },
  blindSpots: [
    'A machine that is created in a mirrored subnetwork, or gets a mirrored network tag, is copied with no method on packet mirrorings.',
    'A long operation has two entries: the request is in the first alone, and whether it failed in the end in the last alone.',
    'A policy names the forwarding rule of its collector, not the machines behind it.',
    'Reads are in Data Access logs, which are off unless switched on.',
  ],
}
