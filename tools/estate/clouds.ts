/** Audit trails of the three clouds in those two weeks. */

const AWS_ACCOUNT = '111122223333'
const AZURE_SUBSCRIPTION = '7f3a09c1-d2e4-4586-9000-000000000001'
const GCP_PROJECT = 'acme-prod'

/** A list under a name, each record on a line of its own, so that `trace` can point at one. */
export function recordPerLine(name: string, records: readonly object[]): string {
  return `{"${name}": [\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]}\n`
}

const eventId = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

interface AwsCall {
  readonly number: number
  readonly time: string
  readonly name: string
  readonly request: object
  readonly response: object
}

function awsRecord({ number, time, name, request, response }: AwsCall): object {
  return {
    eventVersion: '1.10',
    userIdentity: {
      type: 'AssumedRole',
      principalId: 'AROAEXAMPLEEXAMPLE009:build-7',
      arn: `arn:aws:sts::${AWS_ACCOUNT}:assumed-role/mirror-pipeline/build-7`,
      accountId: AWS_ACCOUNT,
      sessionContext: {
        sessionIssuer: {
          type: 'Role',
          arn: `arn:aws:iam::${AWS_ACCOUNT}:role/mirror-pipeline`,
          accountId: AWS_ACCOUNT,
          userName: 'mirror-pipeline',
        },
        attributes: { creationDate: '2026-11-13T20:58:00Z', mfaAuthenticated: 'false' },
      },
    },
    eventTime: time,
    eventSource: 'ec2.amazonaws.com',
    eventName: name,
    awsRegion: 'eu-west-1',
    sourceIPAddress: '203.0.113.90',
    userAgent: 'HashiCorp Terraform/1.9 terraform-provider-aws/5.60',
    requestParameters: { [`${name}Request`]: request },
    responseElements: { [`${name}Response`]: response },
    eventID: eventId(number),
    readOnly: false,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: AWS_ACCOUNT,
  }
}

const TARGET = 'tmt-0c0ffee000000000a'
const FILTER = 'tmf-0c0ffee000000000a'
const SENSOR = 'eni-0badc0de000000001'

/** The target, and a filter that lets everything in. */
const PREPARATION: readonly AwsCall[] = [
  {
    number: 901,
    time: '2026-11-13T21:00:01Z',
    name: 'CreateTrafficMirrorTarget',
    request: { NetworkInterfaceId: SENSOR },
    response: {
      trafficMirrorTarget: {
        trafficMirrorTargetId: TARGET,
        networkInterfaceId: SENSOR,
        ownerId: AWS_ACCOUNT,
        type: 'network-interface',
      },
    },
  },
  {
    number: 902,
    time: '2026-11-13T21:00:04Z',
    name: 'CreateTrafficMirrorFilter',
    request: {},
    response: { trafficMirrorFilter: { trafficMirrorFilterId: FILTER } },
  },
  {
    number: 903,
    time: '2026-11-13T21:00:06Z',
    name: 'CreateTrafficMirrorFilterRule',
    request: {},
    response: {
      trafficMirrorFilterRule: {
        trafficMirrorFilterRuleId: 'tmfr-0c0ffee00000000a1',
        trafficMirrorFilterId: FILTER,
        trafficDirection: 'ingress',
        ruleNumber: 100,
        ruleAction: 'accept',
        sourceCidrBlock: '0.0.0.0/0',
        destinationCidrBlock: '0.0.0.0/0',
      },
    },
  },
]

/** One session for each instance, twelve seconds apart. */
function sessionCall(index: number): AwsCall {
  const eni = `eni-0aaaaaaaaaaaaaa${index + 10}`
  const ends = { trafficMirrorTargetId: TARGET, trafficMirrorFilterId: FILTER, networkInterfaceId: eni }
  return {
    number: 910 + index,
    time: new Date(Date.UTC(2026, 10, 13, 21, 1, index * 12)).toISOString().replace('.000', ''),
    name: 'CreateTrafficMirrorSession',
    request: {
      NetworkInterfaceId: eni,
      TrafficMirrorTargetId: TARGET,
      TrafficMirrorFilterId: FILTER,
      SessionNumber: 1,
    },
    response: {
      trafficMirrorSession: {
        trafficMirrorSessionId: `tms-0ffffffffffffff${index + 10}`,
        ...ends,
        ownerId: AWS_ACCOUNT,
        sessionNumber: 1,
        virtualNetworkId: 900 + index,
      },
    },
  }
}

/** The pipeline's role, used from an address that is not the pipeline's, copies one instance after the other. */
export function awsTrail(): string {
  const sessions = Array.from({ length: 8 }, (_, index) => sessionCall(index))
  return recordPerLine('Records', [...PREPARATION, ...sessions].map(awsRecord))
}

const azurePath = (rest: string, subscription = AZURE_SUBSCRIPTION): string =>
  `/subscriptions/${subscription}/resourceGroups/rg-net/providers/Microsoft.Network/${rest}`

interface AzureAct {
  readonly time: string
  readonly operation: string
  readonly resource: string
  readonly caller: string
  readonly from: string
  readonly number: number
  readonly body: object
}

/** One act as the Activity Log tells it: started, accepted, done. */
function azurePhases({ time, operation, resource, caller, from, number, body }: AzureAct): readonly object[] {
  return ['Start', 'Accept', 'Success'].map((resultType, index) => ({
    time: `${time}:0${index + 1}.0000000Z`,
    resourceId: resource,
    operationName: operation,
    category: 'Administrative',
    resultType,
    resultSignature: `${resultType}.`,
    durationMs: 0,
    callerIpAddress: from,
    correlationId: eventId(2000 + number),
    eventDataId: eventId(3000 + number * 10 + index),
    identity: {
      authorization: { scope: resource, action: operation, evidence: { role: 'Network Contributor' } },
      claims: { 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn': caller },
    },
    level: 'Information',
    location: 'westeurope',
    properties: index === 0 ? { requestbody: JSON.stringify(body) } : {},
  }))
}

/** An approved TAP, and an interface that somebody attached to a TAP of another subscription. */
export function azureLog(): string {
  const tap = azurePath('virtualNetworkTaps/tap-ids')
  const foreign = azurePath('virtualNetworkTaps/tap-x', '7f3a09c1-d2e4-4586-9000-0000000000ff')
  const acts: readonly AzureAct[] = [
    {
      time: '2026-11-03T09:00',
      operation: 'Microsoft.Network/virtualNetworkTaps/write',
      resource: tap,
      caller: 'cloud-admin-2@example.com',
      from: '192.0.2.101',
      number: 1,
      body: {
        properties: {
          destinationLoadBalancerFrontEndIPConfiguration: {
            id: azurePath('loadBalancers/ids/frontendIPConfigurations/fe'),
          },
          destinationPort: 4789,
        },
      },
    },
    {
      time: '2026-11-03T09:04',
      operation: 'Microsoft.Network/networkInterfaces/tapConfigurations/write',
      resource: azurePath('networkInterfaces/nic-web-1/tapConfigurations/ids'),
      caller: 'cloud-admin-2@example.com',
      from: '192.0.2.101',
      number: 2,
      body: { properties: { virtualNetworkTap: { id: tap } } },
    },
    {
      time: '2026-11-14T01:20',
      operation: 'Microsoft.Network/networkInterfaces/tapConfigurations/write',
      resource: azurePath('networkInterfaces/nic-db-1/tapConfigurations/x'),
      caller: 'cloud-admin-3@example.com',
      from: '203.0.113.91',
      number: 3,
      body: { properties: { virtualNetworkTap: { id: foreign } } },
    },
  ]
  return recordPerLine('records', acts.flatMap(azurePhases))
}

interface GcpAct {
  readonly time: string
  readonly method: string
  readonly principal: string
  readonly from: string
  readonly number: number
  readonly request?: object
}

const gcpPath = (rest: string, project = GCP_PROJECT): string => `projects/${project}/regions/europe-west1/${rest}`

function gcpEntries({ time, method, principal, from, number, request }: GcpAct): readonly object[] {
  return [true, false].map((isFirst) => ({
    protoPayload: {
      '@type': 'type.googleapis.com/google.cloud.audit.AuditLog',
      serviceName: 'compute.googleapis.com',
      methodName: method,
      resourceName: gcpPath('packetMirrorings/ids'),
      authenticationInfo: { principalEmail: principal },
      requestMetadata: { callerIp: from, callerSuppliedUserAgent: 'google-cloud-sdk gcloud/500.0.0' },
      authorizationInfo: [
        {
          permission: method.replace(/^v1\./, '').replace('insert', 'create').replace('patch', 'update'),
          granted: true,
        },
      ],
      ...(isFirst && request !== undefined ? { request } : {}),
    },
    insertId: `estate${String(number * 2 + (isFirst ? 0 : 1)).padStart(6, '0')}`,
    resource: { type: 'gce_packet_mirroring', labels: { project_id: GCP_PROJECT } },
    timestamp: `${time}:0${isFirst ? 1 : 8}.000000Z`,
    severity: 'NOTICE',
    logName: `projects/${GCP_PROJECT}/logs/cloudaudit.googleapis.com%2Factivity`,
    operation: {
      id: `operation-estate-${number}`,
      producer: 'compute.googleapis.com',
      ...(isFirst ? { first: true } : { last: true }),
    },
  }))
}

/** An approved policy whose collector somebody later replaces by one of another project. */
export function gcpLog(): string {
  const acts: readonly GcpAct[] = [
    {
      time: '2026-11-04T10:00',
      method: 'v1.compute.packetMirrorings.insert',
      principal: 'cloud-admin-2@example.com',
      from: '192.0.2.101',
      number: 1,
      request: {
        name: 'ids',
        network: { url: `projects/${GCP_PROJECT}/global/networks/prod` },
        collectorIlb: { url: gcpPath('forwardingRules/ids') },
        mirroredResources: { subnetworks: [{ url: gcpPath('subnetworks/web') }] },
        enable: 'TRUE',
      },
    },
    {
      time: '2026-11-14T23:15',
      method: 'v1.compute.packetMirrorings.patch',
      principal: 'cloud-admin-3@example.com',
      from: '203.0.113.91',
      number: 2,
      request: { collectorIlb: { url: gcpPath('forwardingRules/collect', 'other-project') } },
    },
  ]
  return acts
    .flatMap(gcpEntries)
    .map((entry) => `${JSON.stringify(entry)}\n`)
    .join('')
}
