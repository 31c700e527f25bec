/** Which records of CloudTrail show what blinds its witnesses, changes a mirror from the side, or lets somebody make one. */
import type { RecordCondition } from '../../../facts/log-content/record-condition.ts'
import { anyOf, type SignatureRow } from '../../_audit-records/conditions.ts'
import { acceptedCall, requestFields } from './calls.ts'

const TRAIL = 'cloudtrail.amazonaws.com'
const EC2 = 'ec2.amazonaws.com'
const BALANCING = 'elasticloadbalancing.amazonaws.com'
const IAM = 'iam.amazonaws.com'
const SHARING = 'ram.amazonaws.com'

const OPEN_ENDPOINT = 'ModifyVpcEndpointServicePermissions'
const WHICH_BALANCER = 'whether a mirror target leads to the load balancer'

/** What an update of a trail may switch off. @source AWS CloudTrail API reference, UpdateTrail. */
const NARROWING_FLAGS = [
  'isMultiRegionTrail',
  'includeGlobalServiceEvents',
  'isOrganizationTrail',
  'enableLogging',
].map((flag) => `requestParameters.${flag}`)

/** Managed policies with calls that write Traffic Mirroring. @source AWS managed policy reference guide. */
const GRANTING_POLICIES = [
  '/AdministratorAccess',
  '/PowerUserAccess',
  '/AmazonEC2FullAccess',
  '/job-function/SystemAdministrator',
]

/** Acts beside the mirrors. */
export const RELATED_ROWS: readonly SignatureRow[] = [
  { shows: 'audit-trail-cut', when: [acceptedCall(TRAIL, ['StopLogging', 'DeleteTrail'])] },
  {
    shows: 'audit-trail-cut',
    when: [acceptedCall(TRAIL, ['UpdateTrail']), anyOf(NARROWING_FLAGS, { is: ['false'] })],
  },
  {
    shows: 'audit-trail-cut',
    when: [acceptedCall(TRAIL, ['PutEventSelectors']), { any: [basicSelectorsNarrow(), advancedSelectorsNarrow()] }],
    cannotTell: ['which of several selectors goes on recording what writes'],
  },
  {
    shows: 'flow-logs-cut',
    when: [acceptedCall(EC2, ['DeleteFlowLogs'])],
    cannotTell: ['that an accepted call may have deleted none of them'],
  },
  {
    shows: 'resource-shared',
    when: [
      acceptedCall(SHARING, ['CreateResourceShare', 'AssociateResourceShare']),
      { field: 'requestParameters.resourceArns', contains: [':traffic-mirror-target/'] },
    ],
  },
  {
    shows: 'resource-shared',
    when: [
      acceptedCall(SHARING, ['AssociateResourceShare']),
      { field: 'requestParameters.principals', present: true },
      { field: 'requestParameters.resourceArns', present: false },
    ],
    cannotTell: ['whether the share holds a mirror target'],
  },
  {
    shows: 'resource-shared',
    when: [
      acceptedCall(EC2, [OPEN_ENDPOINT]),
      anyOf(requestFields(OPEN_ENDPOINT, 'addAllowedPrincipals'), { present: true }),
    ],
    cannotTell: ['whether a mirror target leads to the endpoint service'],
  },
  {
    shows: 'load-balancer-changed',
    when: [acceptedCall(BALANCING, ['RegisterTargets', 'DeregisterTargets']), { not: filledByService() }],
    cannotTell: [WHICH_BALANCER],
  },
  {
    shows: 'load-balancer-changed',
    when: [
      acceptedCall(BALANCING, ['CreateListener', 'ModifyListener', 'DeleteListener']),
      { not: anyOf(['requestParameters.listenerArn', 'requestParameters.loadBalancerArn'], { contains: ['/app/'] }) },
    ],
    cannotTell: [WHICH_BALANCER],
  },
  {
    shows: 'tag-changed',
    when: [
      acceptedCall(EC2, ['CreateTags', 'DeleteTags']),
      { field: 'requestParameters.resourcesSet.items.resourceId', startsWith: ['tms-', 'tmt-', 'tmf-', 'tmfr-'] },
    ],
  },
  {
    shows: 'mirror-rights-granted',
    when: [
      acceptedCall(IAM, ['AttachRolePolicy', 'AttachUserPolicy', 'AttachGroupPolicy']),
      { field: 'requestParameters.policyArn', endsWith: GRANTING_POLICIES },
    ],
    cannotTell: ['what policies of your own grant'],
  },
  {
    shows: 'mirror-rights-granted',
    when: [
      acceptedCall(IAM, ['PutRolePolicy', 'PutUserPolicy', 'PutGroupPolicy', 'CreatePolicy', 'CreatePolicyVersion']),
      { field: 'requestParameters.policyDocument', matches: ['TrafficMirror', '"ec2:\\*"'] },
    ],
    cannotTell: ['whether the policy allows or denies', 'whom a policy that is only created will be attached to'],
  },
]

function basicSelectorsNarrow(): RecordCondition {
  const selectors = 'requestParameters.eventSelectors'
  const events = `${selectors}.includeManagementEvents`
  const kind = `${selectors}.readWriteType`
  return {
    any: [
      { all: [{ field: events, is: ['false'] }, { not: { field: events, is: ['true'] } }] },
      { all: [{ field: kind, is: ['ReadOnly'] }, { not: { field: kind, is: ['All', 'WriteOnly'] } }] },
    ],
  }
}

function advancedSelectorsNarrow(): RecordCondition {
  const selectors = 'requestParameters.advancedEventSelectors.fieldSelectors'
  const onlyReads: RecordCondition = {
    all: [
      { field: `${selectors}.field`, is: ['readOnly'] },
      { field: `${selectors}.equals`, is: ['true'] },
    ],
  }
  const noManagement: RecordCondition = { not: { field: `${selectors}.equals`, is: ['Management'] } }
  return { all: [{ field: selectors, present: true }, { any: [noManagement, onlyReads] }] }
}

/** Services fill the groups of ordinary applications all day; mirrored packets come on another port. */
function filledByService(): RecordCondition {
  const port = 'requestParameters.targets.port'
  return {
    all: [
      { field: 'userIdentity.invokedBy', present: true },
      { field: port, present: true },
      { not: { field: port, is: ['4789'] } },
    ],
  }
}
