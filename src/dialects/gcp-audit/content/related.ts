/** Which entries of the audit logs show what blinds their witnesses, changes a copy from the side, or lets somebody make one. */
import type { RecordCondition } from '../../../facts/log-content/record-condition.ts'
import { anyOf, type SignatureRow } from '../../_audit-records/conditions.ts'
import { ACCEPTED, computeMethod, request, serviceMethod, WITH_REQUEST } from './entries.ts'

const EXCLUSIONS = request('sink.exclusions')
const DELTA = 'protoPayload.serviceData.policyDelta'

/** Roles that let somebody mirror. @source Google Cloud documentation, "Packet Mirroring" and "Network Security Integration": IAM roles. */
const GRANTING_ROLES = [
  'roles/owner',
  'roles/compute.admin',
  'roles/compute.packetMirroringUser',
  'roles/compute.packetMirroringAdmin',
  'roles/networksecurity.mirroringDeploymentAdmin',
  'roles/networksecurity.mirroringEndpointAdmin',
  'roles/networksecurity.mirroringEndpointNetworkAdmin',
]

/** The method stands alone or behind a version. */
const SET_POLICY: readonly RecordCondition[] = [
  { field: 'protoPayload.serviceName', is: ['cloudresourcemanager.googleapis.com'] },
  { field: 'protoPayload.methodName', endsWith: ['SetIamPolicy'] },
]

/** A sink goes on with a hole in it. */
const LEAVES_OUT: RecordCondition = {
  all: [{ field: EXCLUSIONS, present: true }, { not: { field: `${EXCLUSIONS}.disabled`, is: ['true'] } }],
}

/** Acts beside the copies. Of a long operation the entry with the request tells them. */
export const RELATED_ROWS: readonly SignatureRow[] = (
  [
    {
      shows: 'audit-trail-cut',
      when: [serviceMethod('logging', 'DeleteSink', 'CreateExclusion', 'DeleteLog', 'DeleteBucket')],
    },
    {
      shows: 'audit-trail-cut',
      when: [
        serviceMethod('logging', 'UpdateSink'),
        { any: [{ field: request('sink.disabled'), is: ['true'] }, LEAVES_OUT] },
      ],
      cannotTell: [
        'one exclusion that is on among others that are off',
        'whether the sink takes less by another filter',
      ],
    },
    {
      shows: 'audit-trail-cut',
      when: [
        serviceMethod('logging', 'UpdateExclusion'),
        { not: { field: request('exclusion.disabled'), is: ['true'] } },
      ],
    },
    {
      shows: 'audit-trail-cut',
      when: [...SET_POLICY, { field: `${DELTA}.auditConfigDeltas.action`, is: ['REMOVE'] }],
    },
    {
      shows: 'flow-logs-cut',
      when: [
        computeMethod('subnetworks.patch'),
        anyOf([request('enableFlowLogs'), request('logConfig.enable')], { is: ['false'] }),
      ],
    },
    { shows: 'flow-logs-cut', when: [serviceMethod('networkmanagement', 'DeleteVpcFlowLogsConfig')] },
    {
      shows: 'flow-logs-cut',
      when: [
        serviceMethod('networkmanagement', 'UpdateVpcFlowLogsConfig'),
        { field: request('vpcFlowLogsConfig.state'), is: ['DISABLED'] },
      ],
    },
    {
      shows: 'tag-changed',
      when: [computeMethod('instances.setTags')],
      cannotTell: ['whether a policy mirrors by one of the tags'],
    },
    {
      shows: 'load-balancer-changed',
      when: [
        computeMethod(
          'forwardingRules.setTarget',
          'forwardingRules.patch',
          'backendServices.patch',
          'backendServices.update',
          'regionBackendServices.patch',
          'regionBackendServices.update',
          'instanceGroups.addInstances',
          'instanceGroups.removeInstances',
        ),
      ],
      cannotTell: ['whether a collector stands before the load balancer'],
    },
    {
      shows: 'filter-changed',
      when: [
        serviceMethod(
          'networksecurity',
          'CreateSecurityProfile',
          'UpdateSecurityProfile',
          'CreateSecurityProfileGroup',
          'UpdateSecurityProfileGroup',
        ),
        anyOf(
          [
            request('securityProfile.customMirroringProfile.mirroringEndpointGroup'),
            request('securityProfileGroup.customMirroringProfile'),
          ],
          { present: true },
        ),
      ],
    },
    {
      shows: 'filter-changed',
      when: [
        computeMethod('networkFirewallPolicies.addPacketMirroringRule', 'firewallPolicies.addPacketMirroringRule'),
        { field: request('priority'), present: true },
        { field: request('action'), present: true },
        { not: { field: request('action'), is: ['mirror'] } },
      ],
    },
    {
      shows: 'route-changed',
      when: [serviceMethod('networksecurity', 'CreateInterceptEndpointGroupAssociation')],
    },
    {
      shows: 'mirror-rights-granted',
      when: [
        ...SET_POLICY,
        { field: `${DELTA}.bindingDeltas.action`, is: ['ADD'] },
        { field: `${DELTA}.bindingDeltas.role`, is: GRANTING_ROLES },
      ],
      cannotTell: ['which of several bindings is added', 'what roles of your own grant'],
    },
  ] satisfies readonly SignatureRow[]
).map((row) => ({ ...row, when: [...row.when, WITH_REQUEST, ACCEPTED] }))
