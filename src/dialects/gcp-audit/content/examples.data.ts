/** Audit log entries and what each shows: acts in all versions of a method, related acts, and neighbours that show nothing. */
import type { RecordExample } from '../../../facts/log-content/log-source.ts'
import type { RecordAct } from '../../../facts/log-content/record-act.ts'
import { auditEntry, type EntryExample } from './audit-entry.ts'
import { AUDIT } from './sources.ts'

const REGION = 'regions/europe-west1'
const POLICY = `${REGION}/packetMirrorings/ids`
const FIREWALL_POLICY = 'global/firewallPolicies/pol'
const PROFILE_GROUP = '//networksecurity.googleapis.com/organizations/123/locations/global/securityProfileGroups/mirror'
const ENDPOINT_GROUP = 'locations/global/mirroringEndpointGroups/sensors'
const DEPLOYMENT_GROUP = 'locations/global/mirroringDeploymentGroups/sensors'
const DEPLOYMENT = 'locations/europe-west1-b/mirroringDeployments/sensor-b'
const ASSOCIATION = 'locations/global/mirroringEndpointGroupAssociations/prod'
const RULE = {
  action: 'mirror',
  direction: 'INGRESS',
  priority: 100,
  securityProfileGroup: PROFILE_GROUP,
  match: { srcIpRanges: ['0.0.0.0/0'] },
}
const POLICY_BODY = {
  name: 'ids',
  network: { url: 'projects/acme-prod/global/networks/prod' },
  collectorIlb: { url: `projects/acme-prod/${REGION}/forwardingRules/ids-ilb` },
  mirroredResources: { subnetworks: [{ url: `projects/acme-prod/${REGION}/subnetworks/web` }] },
  enable: 'TRUE',
}
const DENIED = {
  status: { code: 7, message: "Required 'compute.packetMirrorings.create' permission" },
  authorizationInfo: [{ permission: 'compute.packetMirrorings.create' }],
}
const LOGGING = 'google.logging.v2.ConfigServiceV2'
const MIRRORING = 'google.cloud.networksecurity.v1.Mirroring'

/** One set-up: collector and policy, both entries of the policy's operation. */
const SET_UP: readonly RecordExample[] = [
  compute('a collector is created', ['part-set'], {
    at: '03:00:01',
    method: 'v1.compute.forwardingRules.insert',
    resource: `${REGION}/forwardingRules/ids-ilb`,
    request: {
      name: 'ids-ilb',
      loadBalancingScheme: 'INTERNAL',
      isMirroringCollector: true,
      backendService: `projects/acme-prod/${REGION}/backendServices/ids`,
    },
  }),
  compute('a policy begins to be created', ['session-set'], {
    at: '03:00:05',
    method: 'v1.compute.packetMirrorings.insert',
    resource: POLICY,
    request: POLICY_BODY,
    operation: { id: 'operation-1', first: true },
  }),
  compute('a policy is created', ['session-set'], {
    at: '03:00:09',
    method: 'v1.compute.packetMirrorings.insert',
    resource: POLICY,
    operation: { id: 'operation-1', last: true },
  }),
].map((example) => ({ ...example, setup: 'gcp-packet-mirroring' }))

/** One set-up of out-of-band mirroring, collectors first. */
const OUT_OF_BAND: readonly RecordExample[] = [
  security('a deployment group is created', ['part-set'], {
    at: '03:01:01',
    method: `${MIRRORING}.CreateMirroringDeploymentGroup`,
    resource: DEPLOYMENT_GROUP,
    request: { mirroringDeploymentGroup: { network: 'projects/acme-prod/global/networks/sensors' } },
  }),
  security('a deployment is created', ['part-set'], {
    at: '03:01:02',
    method: `${MIRRORING}.CreateMirroringDeployment`,
    resource: DEPLOYMENT,
    request: {
      mirroringDeployment: {
        forwardingRule: `projects/acme-prod/${REGION}/forwardingRules/ids-ilb`,
        mirroringDeploymentGroup: `projects/acme-prod/${DEPLOYMENT_GROUP}`,
      },
    },
  }),
  security('an endpoint group is created', ['part-set'], {
    at: '03:01:03',
    method: `${MIRRORING}.CreateMirroringEndpointGroup`,
    resource: ENDPOINT_GROUP,
    request: { mirroringEndpointGroup: { mirroringDeploymentGroup: `projects/acme-prod/${DEPLOYMENT_GROUP}` } },
  }),
  security('a network is attached to an endpoint group', ['session-set'], {
    at: '03:01:04',
    method: `${MIRRORING}.CreateMirroringEndpointGroupAssociation`,
    resource: ASSOCIATION,
    request: {
      mirroringEndpointGroupAssociation: {
        network: 'projects/acme-prod/global/networks/prod',
        mirroringEndpointGroup: `projects/acme-prod/${ENDPOINT_GROUP}`,
      },
    },
  }),
  compute('a rule mirrors', ['session-set'], {
    at: '03:01:05',
    method: 'v1.compute.networkFirewallPolicies.addPacketMirroringRule',
    resource: FIREWALL_POLICY,
    request: RULE,
  }),
].map((example) => ({ ...example, setup: 'gcp-out-of-band' }))

const ACTS: readonly RecordExample[] = [
  compute('a policy is created through the beta version', ['session-set'], {
    at: '03:05:00',
    method: 'beta.compute.packetMirrorings.insert',
    resource: POLICY,
    request: POLICY_BODY,
  }),
  compute('a policy is created through no named version', ['session-set'], {
    at: '03:05:01',
    method: 'compute.packetMirrorings.insert',
    resource: POLICY,
    request: POLICY_BODY,
  }),
  compute('a policy is created, its method in other case', ['session-set'], {
    at: '03:05:02',
    method: 'v1.Compute.PacketMirrorings.Insert',
    resource: POLICY,
    request: POLICY_BODY,
  }),
  compute('a policy copies another subnetwork', ['session-set'], {
    at: '03:06:00',
    method: 'v1.compute.packetMirrorings.patch',
    resource: POLICY,
    request: { mirroredResources: { subnetworks: [{ url: `projects/acme-prod/${REGION}/subnetworks/db` }] } },
  }),
  compute('a policy is turned to another collector', ['session-set', 'session-repointed'], {
    at: '03:06:01',
    method: 'alpha.compute.packetMirrorings.patch',
    resource: POLICY,
    request: { collectorIlb: { url: `projects/acme-sensors/${REGION}/forwardingRules/other` } },
  }),
  compute('a policy is switched off', ['session-removed'], {
    at: '03:06:02',
    method: 'v1.compute.packetMirrorings.patch',
    resource: POLICY,
    request: { name: 'ids', enable: 'FALSE' },
  }),
  compute('a policy is switched on', ['session-set'], {
    at: '03:06:03',
    method: 'v1.compute.packetMirrorings.patch',
    resource: POLICY,
    request: { enable: 'TRUE' },
  }),
  compute('a policy is deleted', ['session-removed'], {
    at: '03:06:04',
    method: 'beta.compute.packetMirrorings.delete',
    resource: POLICY,
  }),
  compute('a policy is denied', ['session-refused'], {
    at: '03:07:00',
    method: 'v1.compute.packetMirrorings.insert',
    resource: POLICY,
    request: POLICY_BODY,
    members: DENIED,
  }),
  compute('a policy was not granted', ['session-refused'], {
    at: '03:07:01',
    method: 'v1.compute.packetMirrorings.insert',
    resource: POLICY,
    request: POLICY_BODY,
    members: { authorizationInfo: [{ permission: 'compute.packetMirrorings.create', granted: false }] },
  }),
  compute('a policy failed in the end', ['session-refused'], {
    at: '03:07:02',
    method: 'v1.compute.packetMirrorings.insert',
    resource: POLICY,
    operation: { id: 'operation-2', last: true },
    members: { response: { error: { errors: [{ code: 'QUOTA_EXCEEDED', message: 'Quota exceeded' }] } } },
  }),
  compute('a rule of an organisation mirrors', ['session-set'], {
    at: '03:08:00',
    method: 'beta.compute.firewallPolicies.addPacketMirroringRule',
    resource: 'organizations/123/locations/global/firewallPolicies/456',
    request: RULE,
  }),
  compute('a rule is turned to another profile group', ['session-set', 'session-repointed'], {
    at: '03:08:01',
    method: 'v1.compute.networkFirewallPolicies.patchPacketMirroringRule',
    resource: FIREWALL_POLICY,
    request: { priority: 100, securityProfileGroup: `${PROFILE_GROUP}-2` },
  }),
  compute('a rule is switched off', ['session-removed'], {
    at: '03:08:02',
    method: 'v1.compute.networkFirewallPolicies.patchPacketMirroringRule',
    resource: FIREWALL_POLICY,
    request: { priority: 100, disabled: true },
  }),
  compute('a rule is removed', ['session-removed'], {
    at: '03:08:03',
    method: 'v1.compute.networkFirewallPolicies.removePacketMirroringRule',
    resource: FIREWALL_POLICY,
    request: { priority: 100 },
  }),
  compute('a rule that spares packets is added', ['filter-changed'], {
    at: '03:08:04',
    method: 'v1.compute.networkFirewallPolicies.addPacketMirroringRule',
    resource: FIREWALL_POLICY,
    request: { action: 'do_not_mirror', priority: 50 },
  }),
  security('a network is turned to another endpoint group', ['session-set', 'session-repointed'], {
    at: '03:09:00',
    method: `${MIRRORING}.UpdateMirroringEndpointGroupAssociation`,
    resource: ASSOCIATION,
    request: {
      mirroringEndpointGroupAssociation: { mirroringEndpointGroup: `projects/acme-prod/${ENDPOINT_GROUP}-2` },
    },
  }),
  security('a network is detached', ['session-removed'], {
    at: '03:09:01',
    method: `${MIRRORING}.DeleteMirroringEndpointGroupAssociation`,
    resource: ASSOCIATION,
  }),
  security('a deployment is deleted', ['part-removed'], {
    at: '03:09:02',
    method: `${MIRRORING}.DeleteMirroringDeployment`,
    resource: DEPLOYMENT,
  }),
  security('an association is denied', ['session-refused'], {
    at: '03:09:03',
    method: 'google.cloud.networksecurity.v1beta1.Mirroring.CreateMirroringEndpointGroupAssociation',
    resource: ASSOCIATION,
    members: { status: { code: 7 } },
  }),
  compute('a forwarding rule is deleted', ['part-removed'], {
    at: '03:09:04',
    method: 'v1.compute.forwardingRules.delete',
    resource: `${REGION}/forwardingRules/ids-ilb`,
  }),
]

const RELATED: readonly RecordExample[] = [
  logging('a sink is deleted', ['audit-trail-cut'], {
    at: '02:58:00',
    method: `${LOGGING}.DeleteSink`,
    resource: 'sinks/to-siem',
  }),
  logging('a sink is switched off', ['audit-trail-cut'], {
    at: '02:58:01',
    method: `${LOGGING}.UpdateSink`,
    resource: 'sinks/to-siem',
    request: { sink: { name: 'to-siem', disabled: true } },
  }),
  logging('a sink leaves something out', ['audit-trail-cut'], {
    at: '02:58:02',
    method: `${LOGGING}.UpdateSink`,
    resource: 'sinks/to-siem',
    request: { sink: { name: 'to-siem', exclusions: [{ name: 'quiet', filter: 'resource.type="gce_network"' }] } },
  }),
  logging('an exclusion is created', ['audit-trail-cut'], {
    at: '02:58:03',
    method: `${LOGGING}.CreateExclusion`,
    resource: 'exclusions/quiet',
    request: { exclusion: { name: 'quiet' } },
  }),
  logging('an exclusion is changed', ['audit-trail-cut'], {
    at: '02:58:04',
    method: `${LOGGING}.UpdateExclusion`,
    resource: 'exclusions/quiet',
    request: { exclusion: { filter: 'severity<=NOTICE' } },
  }),
  toExample('audit configurations are taken away', ['audit-trail-cut'], {
    service: 'cloudresourcemanager',
    at: '02:58:05',
    method: 'SetIamPolicy',
    resource: '',
    members: {
      serviceData: {
        policyDelta: { auditConfigDeltas: [{ action: 'REMOVE', service: 'allServices', logType: 'DATA_READ' }] },
      },
    },
  }),
  compute('flow logs of a subnetwork are switched off', ['flow-logs-cut'], {
    at: '02:59:00',
    method: 'v1.compute.subnetworks.patch',
    resource: `${REGION}/subnetworks/web`,
    request: { logConfig: { enable: false } },
    operation: { id: 'operation-3', first: true },
  }),
  toExample('a flow log is deleted', ['flow-logs-cut'], {
    service: 'networkmanagement',
    at: '02:59:01',
    method: 'google.cloud.networkmanagement.v1.VpcFlowLogsService.DeleteVpcFlowLogsConfig',
    resource: 'locations/global/vpcFlowLogsConfigs/web',
  }),
  toExample('a flow log is switched off', ['flow-logs-cut'], {
    service: 'networkmanagement',
    at: '02:59:02',
    method: 'google.cloud.networkmanagement.v1.VpcFlowLogsService.UpdateVpcFlowLogsConfig',
    resource: 'locations/global/vpcFlowLogsConfigs/web',
    request: { vpcFlowLogsConfig: { state: 'DISABLED' } },
  }),
  compute('a machine gets network tags', ['tag-changed'], {
    at: '03:20:00',
    method: 'v1.compute.instances.setTags',
    resource: 'zones/europe-west1-b/instances/vm-1',
    request: { tags: ['pay'] },
  }),
  compute('a backend service is changed', ['load-balancer-changed'], {
    at: '03:20:01',
    method: 'beta.compute.regionBackendServices.patch',
    resource: `${REGION}/backendServices/ids`,
    request: { backends: [] },
  }),
  security('a profile mirrors to an endpoint group', ['filter-changed'], {
    at: '03:20:02',
    method: 'google.cloud.networksecurity.v1.OrganizationSecurityProfileGroupService.CreateSecurityProfile',
    resource: 'organizations/123/locations/global',
    request: {
      securityProfileId: 'mirror',
      securityProfile: { customMirroringProfile: { mirroringEndpointGroup: `projects/acme-prod/${ENDPOINT_GROUP}` } },
    },
  }),
  security('a network is led through other machines', ['route-changed'], {
    at: '03:20:03',
    method: 'google.cloud.networksecurity.v1.Intercept.CreateInterceptEndpointGroupAssociation',
    resource: 'locations/global/interceptEndpointGroupAssociations/prod',
    request: {
      interceptEndpointGroupAssociation: {
        network: 'projects/acme-prod/global/networks/prod',
        interceptEndpointGroup: 'projects/acme-prod/locations/global/interceptEndpointGroups/proxies',
      },
    },
  }),
  toExample('somebody may mirror', ['mirror-rights-granted'], {
    service: 'cloudresourcemanager',
    at: '02:50:00',
    method: 'SetIamPolicy',
    resource: '',
    members: {
      serviceData: {
        policyDelta: {
          bindingDeltas: [
            { action: 'ADD', role: 'roles/compute.packetMirroringAdmin', member: 'user:netops-3@example.com' },
          ],
        },
      },
    },
  }),
]

const BENIGN: readonly RecordExample[] = [
  compute('policies are listed', [], {
    at: '04:00:00',
    method: 'v1.compute.packetMirrorings.aggregatedList',
    resource: 'aggregated/packetMirrorings',
  }),
  compute('a policy is read', [], { at: '04:00:01', method: 'beta.compute.packetMirrorings.get', resource: POLICY }),
  security('endpoint groups are listed', [], {
    at: '04:00:02',
    method: `${MIRRORING}.ListMirroringEndpointGroups`,
    resource: 'locations/global',
  }),
  compute('a forwarding rule is created that takes no copies', [], {
    at: '04:00:03',
    method: 'v1.compute.forwardingRules.insert',
    resource: `${REGION}/forwardingRules/shop`,
    request: { name: 'shop', loadBalancingScheme: 'EXTERNAL' },
  }),
  compute('a subnetwork gets a range', [], {
    at: '04:00:04',
    method: 'v1.compute.subnetworks.patch',
    resource: `${REGION}/subnetworks/web`,
    request: { secondaryIpRanges: [] },
  }),
  compute('a machine is created', [], {
    at: '04:00:05',
    method: 'v1.compute.instances.insert',
    resource: 'zones/europe-west1-b/instances/vm-2',
    request: { name: 'vm-2' },
  }),
  compute('the tags of a machine were set', [], {
    at: '04:00:06',
    method: 'v1.compute.instances.setTags',
    resource: 'zones/europe-west1-b/instances/vm-1',
    operation: { id: 'operation-4', last: true },
  }),
  compute('a rule was added, which its first entry names', [], {
    at: '04:00:07',
    method: 'v1.compute.networkFirewallPolicies.addPacketMirroringRule',
    resource: FIREWALL_POLICY,
    operation: { id: 'operation-5', last: true },
  }),
  logging('a sink gets another description', [], {
    at: '04:00:08',
    method: `${LOGGING}.UpdateSink`,
    resource: 'sinks/to-siem',
    request: { sink: { name: 'to-siem', description: 'all projects' } },
  }),
  logging('a sink cannot be deleted', [], {
    at: '04:00:09',
    method: `${LOGGING}.DeleteSink`,
    resource: 'sinks/to-siem',
    members: { status: { code: 7 } },
  }),
  logging('an exclusion is switched off', [], {
    at: '04:00:10',
    method: `${LOGGING}.UpdateExclusion`,
    resource: 'exclusions/quiet',
    request: { exclusion: { disabled: true } },
  }),
  toExample('somebody may read', [], {
    service: 'cloudresourcemanager',
    at: '04:00:11',
    method: 'SetIamPolicy',
    resource: '',
    members: {
      serviceData: {
        policyDelta: { bindingDeltas: [{ action: 'ADD', role: 'roles/viewer', member: 'user:netops-3@example.com' }] },
      },
    },
  }),
]

export const EXAMPLES: readonly RecordExample[] = [...SET_UP, ...OUT_OF_BAND, ...ACTS, ...RELATED, ...BENIGN]

type OwnExample = Omit<EntryExample, 'service'>

function toExample(name: string, acts: readonly RecordAct[], example: EntryExample): RecordExample {
  return { name, source: AUDIT.id, text: auditEntry(example), acts }
}

function compute(name: string, acts: readonly RecordAct[], example: OwnExample): RecordExample {
  return toExample(name, acts, { service: 'compute', ...example })
}

function security(name: string, acts: readonly RecordAct[], example: OwnExample): RecordExample {
  return toExample(name, acts, { service: 'networksecurity', ...example })
}

function logging(name: string, acts: readonly RecordAct[], example: OwnExample): RecordExample {
  return toExample(name, acts, { service: 'logging', ...example })
}
