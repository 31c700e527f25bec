/** CloudTrail as the log of other people's rules. */
import type { LogSource } from '../../../facts/log-content/log-source.ts'
import { MIRROR_WRITES, requestFields } from './calls.ts'

/** Management events of one account or organisation. */
export const CLOUDTRAIL: LogSource = {
  id: 'aws-cloudtrail',
  title: 'AWS CloudTrail',
  form: 'json',
  fields: {
    actor: 'userIdentity.arn',
    from: 'sourceIPAddress',
    subject: 'recipientAccountId',
    region: 'awsRegion',
    targets: [
      ...requestFields('CreateTrafficMirrorSession', 'trafficMirrorTargetId'),
      ...requestFields('ModifyTrafficMirrorSession', 'trafficMirrorTargetId'),
    ],
    operation: 'eventName',
    time: 'eventTime',
  },
  sigma: {
    product: 'aws',
    service: 'cloudtrail',
    definition:
      'A trail that records management events that write, in every region; events of global services for what concerns IAM.',
  },
  sentinel: { tables: ['AWSCloudTrail'], connectors: ['AWS', 'AwsS3'] },
  operations: {
    field: 'eventName',
    like: 'TrafficMirror',
    writes: MIRROR_WRITES,
    reads: [
      'DescribeTrafficMirrorSessions',
      'DescribeTrafficMirrorTargets',
      'DescribeTrafficMirrorFilters',
      'DescribeTrafficMirrorFilterRules',
    ],
    invented: [
      {
        name: 'ModifyTrafficMirrorTarget',
        because:
          'EC2 has no such call: a target is created and deleted, and a session is turned to another one by ModifyTrafficMirrorSession',
      },
      {
        name: 'ModifyTrafficMirrorFilter',
        because: 'EC2 has no such call: filters change by their rules and by ModifyTrafficMirrorFilterNetworkServices',
      },
    ],
  },
  blindSpots: [
    'VPC flow logs do not show mirrored traffic, so the copy itself is seen nowhere but at its target.',
    'A session is recorded with the id of its target, not with the account that owns it or the interface behind it.',
    'Targets registered behind a load balancer change who receives the copy without a call on Traffic Mirroring.',
    'What is delivered is as old as the trail: a few minutes, and nothing once the trail is stopped.',
  ],
}
