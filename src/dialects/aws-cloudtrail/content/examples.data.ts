/** CloudTrail records and what each shows: acts upon mirrors in both shapes, related acts, and neighbours that show nothing. */
import type { RecordExample } from '../../../facts/log-content/log-source.ts'
import type { RecordAct } from '../../../facts/log-content/record-act.ts'
import { CLOUDTRAIL } from './sources.ts'
import { ec2Request, ec2Response, type TrailExample, trailRecord } from './trail-record.ts'

const SESSION = {
  trafficMirrorSessionId: 'tms-0a1b2c3d4e5f60718',
  trafficMirrorTargetId: 'tmt-0a1b2c3d4e5f60718',
  trafficMirrorFilterId: 'tmf-0a1b2c3d4e5f60718',
  networkInterfaceId: 'eni-0a0a0a0a0a0a0a0a1',
  ownerId: '111122223333',
  sessionNumber: 1,
  virtualNetworkId: 7654321,
  tagSet: '',
}
const TARGET = {
  trafficMirrorTargetId: 'tmt-0a1b2c3d4e5f60718',
  networkInterfaceId: 'eni-0b0b0b0b0b0b0b0b1',
  type: 'network-interface',
  ownerId: '111122223333',
  tagSet: '',
}
const FILTER = {
  trafficMirrorFilterId: 'tmf-0a1b2c3d4e5f60718',
  ingressFilterRuleSet: '',
  egressFilterRuleSet: '',
  networkServiceSet: '',
  tagSet: '',
}
const ACCEPT_ALL = {
  RuleNumber: 100,
  RuleAction: 'accept',
  SourceCidrBlock: '0.0.0.0/0',
  DestinationCidrBlock: '0.0.0.0/0',
  TrafficMirrorFilterId: 'tmf-0a1b2c3d4e5f60718',
}
const DENIED = {
  errorCode: 'Client.UnauthorizedOperation',
  errorMessage: 'You are not authorized to perform this operation.',
}
const ELB = 'elasticloadbalancing.amazonaws.com'
const GROUP_ARN = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/ids/73e2d6bc24d8a067'

/** One set-up as EC2 writes it: target, filter, a rule for each direction, session. */
const SET_UP: readonly RecordExample[] = [
  ec2('a target is created', ['part-set'], {
    at: '03:00:01',
    eventName: 'CreateTrafficMirrorTarget',
    request: { NetworkInterfaceId: 'eni-0b0b0b0b0b0b0b0b1' },
    response: { trafficMirrorTarget: TARGET },
  }),
  ec2('a filter is created', ['part-set'], {
    at: '03:00:02',
    eventName: 'CreateTrafficMirrorFilter',
    request: { Description: 'all traffic' },
    response: { trafficMirrorFilter: FILTER },
  }),
  ec2('a rule lets everything in through', ['part-set'], {
    at: '03:00:03',
    eventName: 'CreateTrafficMirrorFilterRule',
    request: { ...ACCEPT_ALL, TrafficDirection: 'ingress' },
    response: { trafficMirrorFilterRule: rule('tmfr-0a1b2c3d4e5f60711', 'ingress') },
  }),
  ec2('a rule lets everything out through', ['part-set'], {
    at: '03:00:04',
    eventName: 'CreateTrafficMirrorFilterRule',
    request: { ...ACCEPT_ALL, TrafficDirection: 'egress' },
    response: { trafficMirrorFilterRule: rule('tmfr-0a1b2c3d4e5f60712', 'egress') },
  }),
  ec2('a session is created', ['session-set'], {
    at: '03:00:05',
    eventName: 'CreateTrafficMirrorSession',
    request: {
      NetworkInterfaceId: 'eni-0a0a0a0a0a0a0a0a1',
      TrafficMirrorTargetId: 'tmt-0a1b2c3d4e5f60718',
      TrafficMirrorFilterId: 'tmf-0a1b2c3d4e5f60718',
      SessionNumber: 1,
    },
    response: { trafficMirrorSession: SESSION },
  }),
].map((example) => ({ ...example, setup: 'aws-mirror' }))

const ACTS: readonly RecordExample[] = [
  trail('a session is created, as a copy with flat members has it', ['session-set'], {
    at: '03:05:00',
    eventName: 'CreateTrafficMirrorSession',
    request: {
      networkInterfaceId: 'eni-0a0a0a0a0a0a0a0a2',
      trafficMirrorTargetId: 'tmt-0a1b2c3d4e5f60718',
      trafficMirrorFilterId: 'tmf-0a1b2c3d4e5f60718',
      sessionNumber: 1,
      dryRun: false,
    },
    response: {
      trafficMirrorSession: {
        ...SESSION,
        trafficMirrorSessionId: 'tms-0a1b2c3d4e5f60719',
        networkInterfaceId: 'eni-0a0a0a0a0a0a0a0a2',
      },
    },
  }),
  ec2('a session is created by a service on behalf of a stack', ['session-set'], {
    at: '03:05:01',
    eventName: 'CreateTrafficMirrorSession',
    request: {
      NetworkInterfaceId: 'eni-0a0a0a0a0a0a0a0a3',
      TrafficMirrorTargetId: 'tmt-0a1b2c3d4e5f60718',
      TrafficMirrorFilterId: 'tmf-0a1b2c3d4e5f60718',
      SessionNumber: 1,
    },
    response: {
      trafficMirrorSession: {
        ...SESSION,
        trafficMirrorSessionId: 'tms-0a1b2c3d4e5f60720',
        networkInterfaceId: 'eni-0a0a0a0a0a0a0a0a3',
      },
    },
    members: {
      userIdentity: service('cloudformation.amazonaws.com'),
      sourceIPAddress: 'cloudformation.amazonaws.com',
      userAgent: 'cloudformation.amazonaws.com',
    },
  }),
  ec2('a session is turned to another target', ['session-set', 'session-repointed'], {
    at: '03:10:00',
    eventName: 'ModifyTrafficMirrorSession',
    request: { TrafficMirrorSessionId: 'tms-0a1b2c3d4e5f60718', TrafficMirrorTargetId: 'tmt-0ffffffffffffffff' },
    response: { trafficMirrorSession: { ...SESSION, trafficMirrorTargetId: 'tmt-0ffffffffffffffff' } },
  }),
  trail(
    'a session is turned to another target, with flat members and no answer',
    ['session-set', 'session-repointed'],
    {
      at: '03:10:01',
      eventName: 'ModifyTrafficMirrorSession',
      request: { trafficMirrorSessionId: 'tms-0a1b2c3d4e5f60718', trafficMirrorTargetId: 'tmt-0ffffffffffffffff' },
    },
  ),
  ec2('a session gets another description', ['session-set'], {
    at: '03:10:02',
    eventName: 'ModifyTrafficMirrorSession',
    request: { TrafficMirrorSessionId: 'tms-0a1b2c3d4e5f60718', Description: 'ids feed' },
    response: { trafficMirrorSession: { ...SESSION, description: 'ids feed' } },
  }),
  ec2('a session is deleted', ['session-removed'], {
    at: '03:11:00',
    eventName: 'DeleteTrafficMirrorSession',
    request: { TrafficMirrorSessionId: 'tms-0a1b2c3d4e5f60718' },
    response: { trafficMirrorSessionId: 'tms-0a1b2c3d4e5f60718' },
  }),
  trail('a session is deleted, with flat members', ['session-removed'], {
    at: '03:11:01',
    eventName: 'DeleteTrafficMirrorSession',
    request: { trafficMirrorSessionId: 'tms-0a1b2c3d4e5f60719' },
    response: { trafficMirrorSessionId: 'tms-0a1b2c3d4e5f60719' },
  }),
  ec2('a rule is changed', ['part-set'], {
    at: '03:12:00',
    eventName: 'ModifyTrafficMirrorFilterRule',
    request: { TrafficMirrorFilterRuleId: 'tmfr-0a1b2c3d4e5f60711', SourceCidrBlock: '0.0.0.0/0' },
    response: { trafficMirrorFilterRule: rule('tmfr-0a1b2c3d4e5f60711', 'ingress') },
  }),
  ec2('queries to the resolver are let through', ['part-set'], {
    at: '03:12:01',
    eventName: 'ModifyTrafficMirrorFilterNetworkServices',
    request: { TrafficMirrorFilterId: 'tmf-0a1b2c3d4e5f60718', AddNetworkService: { tag: 1, content: 'amazon-dns' } },
    response: { trafficMirrorFilter: FILTER },
  }),
  ec2('a target is deleted', ['part-removed'], {
    at: '03:13:00',
    eventName: 'DeleteTrafficMirrorTarget',
    request: { TrafficMirrorTargetId: 'tmt-0a1b2c3d4e5f60718' },
    response: { trafficMirrorTargetId: 'tmt-0a1b2c3d4e5f60718' },
  }),
  ec2('a filter is deleted', ['part-removed'], {
    at: '03:13:01',
    eventName: 'DeleteTrafficMirrorFilter',
    request: { TrafficMirrorFilterId: 'tmf-0a1b2c3d4e5f60718' },
    response: { trafficMirrorFilterId: 'tmf-0a1b2c3d4e5f60718' },
  }),
  ec2('a rule is deleted', ['part-removed'], {
    at: '03:13:02',
    eventName: 'DeleteTrafficMirrorFilterRule',
    request: { TrafficMirrorFilterRuleId: 'tmfr-0a1b2c3d4e5f60711' },
    response: { trafficMirrorFilterRuleId: 'tmfr-0a1b2c3d4e5f60711' },
  }),
  trail('a session is denied', ['session-refused'], {
    at: '03:14:00',
    eventName: 'CreateTrafficMirrorSession',
    request: ec2Request('CreateTrafficMirrorSession', {
      NetworkInterfaceId: 'eni-0a0a0a0a0a0a0a0a1',
      TrafficMirrorTargetId: 'tmt-0ffffffffffffffff',
      TrafficMirrorFilterId: 'tmf-0a1b2c3d4e5f60718',
      SessionNumber: 1,
    }),
    members: DENIED,
  }),
  trail('a session fails for its interface', ['session-refused'], {
    at: '03:14:01',
    eventName: 'CreateTrafficMirrorSession',
    request: {
      networkInterfaceId: 'eni-0a0a0a0a0a0a0a0a1',
      trafficMirrorTargetId: 'tmt-0ffffffffffffffff',
      trafficMirrorFilterId: 'tmf-0a1b2c3d4e5f60718',
    },
    members: {
      errorCode: 'Client.NetworkInterfaceNotSupported',
      errorMessage: 'eni-0a0a0a0a0a0a0a0a1 must be attached to a supported instance',
    },
  }),
  trail('a session is not turned to another target', ['session-refused'], {
    at: '03:14:03',
    eventName: 'ModifyTrafficMirrorSession',
    request: ec2Request('ModifyTrafficMirrorSession', {
      TrafficMirrorSessionId: 'tms-0a1b2c3d4e5f60718',
      TrafficMirrorTargetId: 'tmt-0ffffffffffffffff',
    }),
    members: DENIED,
  }),
  trail('a list of sessions is denied', [], {
    at: '03:14:04',
    eventName: 'DescribeTrafficMirrorSessions',
    request: {},
    members: DENIED,
  }),
  trail('a share of a target is denied', [], {
    at: '03:14:05',
    eventSource: 'ram.amazonaws.com',
    eventName: 'CreateResourceShare',
    request: {
      name: 'sensors',
      resourceArns: ['arn:aws:ec2:eu-west-1:111122223333:traffic-mirror-target/tmt-0a1b2c3d4e5f60718'],
      principals: ['444455556666'],
    },
    members: DENIED,
  }),
  trail('a dry run that was refused', ['session-refused'], {
    at: '03:14:02',
    eventName: 'CreateTrafficMirrorTarget',
    request: ec2Request('CreateTrafficMirrorTarget', { NetworkInterfaceId: 'eni-0b0b0b0b0b0b0b0b1', DryRun: true }),
    members: DENIED,
  }),
]

const RELATED: readonly RecordExample[] = [
  trail('a trail is stopped', ['audit-trail-cut'], {
    at: '02:58:00',
    eventSource: 'cloudtrail.amazonaws.com',
    eventName: 'StopLogging',
    request: { name: 'org-trail' },
  }),
  trail('a trail is deleted', ['audit-trail-cut'], {
    at: '02:58:01',
    eventSource: 'cloudtrail.amazonaws.com',
    eventName: 'DeleteTrail',
    request: { name: 'org-trail' },
  }),
  trail('a trail forgets the other regions', ['audit-trail-cut'], {
    at: '02:58:02',
    eventSource: 'cloudtrail.amazonaws.com',
    eventName: 'UpdateTrail',
    request: { name: 'org-trail', isMultiRegionTrail: false },
  }),
  trail('a trail records no management events any more', ['audit-trail-cut'], {
    at: '02:58:03',
    eventSource: 'cloudtrail.amazonaws.com',
    eventName: 'PutEventSelectors',
    request: {
      trailName: 'org-trail',
      eventSelectors: [{ readWriteType: 'All', includeManagementEvents: false, dataResources: [] }],
    },
  }),
  trail('a trail records reads alone', ['audit-trail-cut'], {
    at: '02:58:04',
    eventSource: 'cloudtrail.amazonaws.com',
    eventName: 'PutEventSelectors',
    request: { trailName: 'org-trail', eventSelectors: [{ readWriteType: 'ReadOnly', includeManagementEvents: true }] },
  }),
  trail('a trail selects data events alone', ['audit-trail-cut'], {
    at: '02:58:05',
    eventSource: 'cloudtrail.amazonaws.com',
    eventName: 'PutEventSelectors',
    request: {
      trailName: 'org-trail',
      advancedEventSelectors: [{ name: 'objects', fieldSelectors: [{ field: 'eventCategory', equals: ['Data'] }] }],
    },
  }),
  trail('a trail selects management events that read', ['audit-trail-cut'], {
    at: '02:58:06',
    eventSource: 'cloudtrail.amazonaws.com',
    eventName: 'PutEventSelectors',
    request: {
      trailName: 'org-trail',
      advancedEventSelectors: [
        {
          fieldSelectors: [
            { field: 'eventCategory', equals: ['Management'] },
            { field: 'readOnly', equals: ['true'] },
          ],
        },
      ],
    },
  }),
  ec2('flow logs are deleted', ['flow-logs-cut'], {
    at: '02:59:00',
    eventName: 'DeleteFlowLogs',
    request: { FlowLogId: { tag: 1, content: 'fl-0a1b2c3d4e5f60718' } },
    response: { unsuccessful: '' },
  }),
  trail('a mirror target is shared with another account', ['resource-shared'], {
    at: '03:20:00',
    eventSource: 'ram.amazonaws.com',
    eventName: 'CreateResourceShare',
    request: {
      name: 'sensors',
      resourceArns: ['arn:aws:ec2:eu-west-1:111122223333:traffic-mirror-target/tmt-0a1b2c3d4e5f60718'],
      principals: ['444455556666'],
      allowExternalPrincipals: true,
    },
  }),
  trail('a share of unknown content is opened to another account', ['resource-shared'], {
    at: '03:20:01',
    eventSource: 'ram.amazonaws.com',
    eventName: 'AssociateResourceShare',
    request: {
      resourceShareArn: 'arn:aws:ram:eu-west-1:111122223333:resource-share/7f3a09c1-d2e4-4586-9000-000000000001',
      principals: ['444455556666'],
    },
  }),
  ec2('an endpoint service is opened to another account', ['resource-shared'], {
    at: '03:20:02',
    eventName: 'ModifyVpcEndpointServicePermissions',
    request: {
      ServiceId: 'vpce-svc-0a1b2c3d4e5f60718',
      AddAllowedPrincipals: { tag: 1, content: 'arn:aws:iam::444455556666:root' },
    },
    response: { return: true },
  }),
  trail('a machine is put behind a load balancer', ['load-balancer-changed'], {
    at: '03:21:00',
    eventSource: ELB,
    eventName: 'RegisterTargets',
    request: { targetGroupArn: GROUP_ARN, targets: [{ id: 'i-0a1b2c3d4e5f60718', port: 4789 }] },
  }),
  trail('a service puts a machine behind a load balancer, on the port of mirrors', ['load-balancer-changed'], {
    at: '03:21:01',
    eventSource: ELB,
    eventName: 'RegisterTargets',
    request: { targetGroupArn: GROUP_ARN, targets: [{ id: 'i-0a1b2c3d4e5f60719', port: 4789 }] },
    members: { userIdentity: service('autoscaling.amazonaws.com') },
  }),
  trail('a network load balancer forwards elsewhere', ['load-balancer-changed'], {
    at: '03:21:02',
    eventSource: ELB,
    eventName: 'ModifyListener',
    request: {
      listenerArn:
        'arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/net/ids/50dc6c495c0c9188/f2f7dc8efc522ab2',
      defaultActions: [{ type: 'forward', targetGroupArn: GROUP_ARN }],
    },
  }),
  trail('a session is tagged', ['tag-changed'], {
    at: '03:22:00',
    eventName: 'CreateTags',
    request: {
      resourcesSet: { items: [{ resourceId: 'tms-0a1b2c3d4e5f60718' }] },
      tagSet: { items: [{ key: 'owner', value: 'netops' }] },
    },
  }),
  trail('a role gets all of EC2', ['mirror-rights-granted'], {
    at: '02:50:00',
    eventSource: 'iam.amazonaws.com',
    eventName: 'AttachRolePolicy',
    request: { roleName: 'deployment', policyArn: 'arn:aws:iam::aws:policy/AmazonEC2FullAccess' },
  }),
  trail('a policy names calls of Traffic Mirroring', ['mirror-rights-granted'], {
    at: '02:50:01',
    eventSource: 'iam.amazonaws.com',
    eventName: 'PutRolePolicy',
    request: {
      roleName: 'deployment',
      policyName: 'mirror',
      policyDocument:
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ec2:CreateTrafficMirrorSession","Resource":"*"}]}',
    },
  }),
]

const BENIGN: readonly RecordExample[] = [
  ec2('sessions are listed', [], {
    at: '04:00:00',
    eventName: 'DescribeTrafficMirrorSessions',
    request: { MaxResults: 100 },
  }),
  trail('targets are listed by AWS Config', [], {
    at: '04:00:01',
    eventName: 'DescribeTrafficMirrorTargets',
    request: { maxResults: 100 },
    members: {
      userIdentity: service('config.amazonaws.com'),
      sourceIPAddress: 'config.amazonaws.com',
      userAgent: 'config.amazonaws.com',
    },
  }),
  trail('a dry run that was allowed', [], {
    at: '04:00:02',
    eventName: 'CreateTrafficMirrorSession',
    request: ec2Request('CreateTrafficMirrorSession', {
      NetworkInterfaceId: 'eni-0a0a0a0a0a0a0a0a1',
      TrafficMirrorTargetId: 'tmt-0a1b2c3d4e5f60718',
      DryRun: true,
    }),
    members: {
      errorCode: 'Client.DryRunOperation',
      errorMessage: 'Request would have succeeded, but DryRun flag is set.',
    },
  }),
  trail('a dry run without an answer', [], {
    at: '04:00:03',
    eventName: 'CreateTrafficMirrorTarget',
    request: { networkInterfaceId: 'eni-0b0b0b0b0b0b0b0b1', dryRun: true },
  }),
  trail('a machine is started', [], {
    at: '04:00:04',
    eventName: 'RunInstances',
    request: { instancesSet: { items: [{ minCount: 1, maxCount: 1 }] } },
  }),
  trail('a machine is tagged', [], {
    at: '04:00:05',
    eventName: 'CreateTags',
    request: {
      resourcesSet: { items: [{ resourceId: 'i-0a1b2c3d4e5f60718' }] },
      tagSet: { items: [{ key: 'owner', value: 'netops' }] },
    },
  }),
  trail('a trail is renamed', [], {
    at: '04:00:06',
    eventSource: 'cloudtrail.amazonaws.com',
    eventName: 'UpdateTrail',
    request: { name: 'org-trail', s3BucketName: 'trail-archive', isMultiRegionTrail: true },
  }),
  trail('a trail goes on recording everything', [], {
    at: '04:00:07',
    eventSource: 'cloudtrail.amazonaws.com',
    eventName: 'PutEventSelectors',
    request: { trailName: 'org-trail', eventSelectors: [{ readWriteType: 'All', includeManagementEvents: true }] },
  }),
  trail('a trail cannot be stopped', [], {
    at: '04:00:08',
    eventSource: 'cloudtrail.amazonaws.com',
    eventName: 'StopLogging',
    request: { name: 'org-trail' },
    members: { errorCode: 'AccessDenied' },
  }),
  trail('a subnet is shared', [], {
    at: '04:00:09',
    eventSource: 'ram.amazonaws.com',
    eventName: 'CreateResourceShare',
    request: {
      name: 'subnets',
      resourceArns: ['arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-0a1b2c3d4e5f60718'],
      principals: ['444455556666'],
    },
  }),
  trail('a service fills the group of an application', [], {
    at: '04:00:10',
    eventSource: ELB,
    eventName: 'RegisterTargets',
    request: { targetGroupArn: GROUP_ARN, targets: [{ id: 'i-0a1b2c3d4e5f60720', port: 8080 }] },
    members: { userIdentity: service('ecs.amazonaws.com') },
  }),
  trail('an application load balancer forwards elsewhere', [], {
    at: '04:00:11',
    eventSource: ELB,
    eventName: 'ModifyListener',
    request: {
      listenerArn:
        'arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2',
    },
  }),
  trail('a role gets a policy that reads', [], {
    at: '04:00:12',
    eventSource: 'iam.amazonaws.com',
    eventName: 'AttachRolePolicy',
    request: { roleName: 'audit', policyArn: 'arn:aws:iam::aws:policy/AmazonEC2ReadOnlyAccess' },
  }),
]

export const EXAMPLES: readonly RecordExample[] = [...SET_UP, ...ACTS, ...RELATED, ...BENIGN]

function trail(name: string, acts: readonly RecordAct[], record: TrailExample): RecordExample {
  return { name, source: CLOUDTRAIL.id, text: trailRecord(record), acts }
}

/** The same with request and answer as EC2 nests them. */
function ec2(name: string, acts: readonly RecordAct[], { request, response, ...record }: TrailExample): RecordExample {
  const { eventName } = record
  return trail(name, acts, {
    ...record,
    request: ec2Request(eventName, request ?? {}),
    ...(response ? { response: ec2Response(eventName, response) } : {}),
  })
}

function rule(trafficMirrorFilterRuleId: string, trafficDirection: string): Record<string, unknown> {
  return {
    trafficMirrorFilterRuleId,
    trafficMirrorFilterId: 'tmf-0a1b2c3d4e5f60718',
    trafficDirection,
    ruleNumber: 100,
    ruleAction: 'accept',
    sourceCidrBlock: '0.0.0.0/0',
    destinationCidrBlock: '0.0.0.0/0',
  }
}

function service(name: string): Record<string, unknown> {
  return { type: 'AWSService', invokedBy: name }
}
