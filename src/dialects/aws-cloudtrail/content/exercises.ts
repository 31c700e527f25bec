/** How somebody mirrors in an account of their own: a session, a session that is turned elsewhere, a target of another account. */
import type { Exercise, ExercisePrerequisite } from '../../../facts/log-content/exercise.ts'
import { BEGIN, cleanUp, create, STATE_FILE, type Undo } from './kept-ids.ts'

const REGION = { description: 'Region of the interfaces', type: 'string', default: 'eu-west-1' } as const
const SOURCE = {
  description: 'Interface whose traffic is copied',
  type: 'string',
  default: 'eni-SOURCE',
} as const
const SENSOR = {
  description: 'Interface that receives the copy',
  type: 'string',
  default: 'eni-SENSOR',
} as const

const CLI: ExercisePrerequisite = {
  description: 'The AWS CLI is installed',
  check: ['command -v aws'],
  get: ['echo "Install the AWS CLI, version 2." >&2', 'exit 1'],
}
const LOGGED_IN: ExercisePrerequisite = {
  description: 'The AWS CLI has credentials',
  check: ['aws sts get-caller-identity > /dev/null'],
  get: ['echo "Run: aws configure" >&2', 'exit 1'],
}

const EC2 = 'aws ec2 --region "#{region}"'

const CREATE_TARGET = create('TARGET', createTarget('#{sensor_interface}'))
const CREATE_FILTER = [
  ...create(
    'FILTER',
    `${EC2} create-traffic-mirror-filter --description tapwarden-exercise --query TrafficMirrorFilter.TrafficMirrorFilterId --output text`,
  ),
  ...['ingress', 'egress'].map(
    (direction) =>
      `${EC2} create-traffic-mirror-filter-rule --traffic-mirror-filter-id "$FILTER" --traffic-direction ${direction} --rule-number 100 --rule-action accept --source-cidr-block 0.0.0.0/0 --destination-cidr-block 0.0.0.0/0 > /dev/null`,
  ),
]
const CREATE_SESSION = create(
  'SESSION',
  `${EC2} create-traffic-mirror-session --network-interface-id "#{source_interface}" --traffic-mirror-target-id "$TARGET" --traffic-mirror-filter-id "$FILTER" --session-number 1 --description tapwarden-exercise --query TrafficMirrorSession.TrafficMirrorSessionId --output text`,
)

const DELETE_SESSION = deletion('SESSION', 'session')
const DELETE_FILTER = deletion('FILTER', 'filter')
const DELETE_TARGET = deletion('TARGET', 'target')

/** What all of them have in common. */
const COMMON = {
  technique: 'T1020.001',
  platforms: ['iaas:aws'],
  prerequisites: [CLI, LOGGED_IN],
  executor: 'bash',
  needsElevation: false,
} as const

export const EXERCISES: readonly Exercise[] = [
  {
    ...COMMON,
    guid: '4a1c7a52-6f0e-4c57-9d53-0b2f6f3f8f01',
    name: 'AWS: mirror an interface to another one',
    description:
      'Creates a mirror target, a filter with one rule for each direction, and a session, so that everything an instance sends and receives is copied to another interface.',
    selftest: 1,
    arguments: { region: REGION, source_interface: SOURCE, sensor_interface: SENSOR, state_file: STATE_FILE },
    commands: [...BEGIN, ...CREATE_TARGET, ...CREATE_FILTER, ...CREATE_SESSION],
    cleanup: cleanUp([DELETE_SESSION, DELETE_FILTER, DELETE_TARGET]),
    acts: ['session-set', 'part-set'],
    telemetry: [
      'CloudTrail records CreateTrafficMirrorTarget, CreateTrafficMirrorFilter, CreateTrafficMirrorFilterRule (twice) and CreateTrafficMirrorSession.',
      'Each has userIdentity.arn, sourceIPAddress, eventTime, requestParameters and responseElements with the ids that were created.',
    ],
  },
  {
    ...COMMON,
    guid: 'b0d7a1c6-2f7b-4a1d-8f27-6a1e9c5d4e02',
    name: 'AWS: turn a mirror session to another target',
    description:
      'Mirrors an interface as an approved session would, and then modifies the session so that the copy goes to a second target.',
    arguments: {
      region: REGION,
      source_interface: SOURCE,
      sensor_interface: SENSOR,
      other_interface: { ...SENSOR, description: 'Interface to which the copy is turned', default: 'eni-OTHER' },
      state_file: STATE_FILE,
    },
    commands: [
      ...BEGIN,
      ...CREATE_TARGET,
      ...create('OTHER_TARGET', createTarget('#{other_interface}')),
      ...CREATE_FILTER,
      ...CREATE_SESSION,
      `${EC2} modify-traffic-mirror-session --traffic-mirror-session-id "$SESSION" --traffic-mirror-target-id "$OTHER_TARGET" > /dev/null`,
    ],
    cleanup: cleanUp([DELETE_SESSION, DELETE_FILTER, DELETE_TARGET, deletion('OTHER_TARGET', 'target')]),
    acts: ['session-set', 'session-repointed', 'part-set'],
    telemetry: ['CloudTrail records ModifyTrafficMirrorSession with the id of the second target in its request.'],
  },
  {
    ...COMMON,
    guid: 'd3a9e6f4-8c15-4b0a-9a6e-71c2b8d5f603',
    name: 'AWS: share a mirror target with another account',
    description:
      'Creates a mirror target and offers it to another account, whose sessions can then send their copies here.',
    arguments: {
      region: REGION,
      sensor_interface: SENSOR,
      other_account: {
        description: 'Account that the target is shared with',
        type: 'string',
        default: '444455556666',
      },
      state_file: STATE_FILE,
    },
    commands: [
      ...BEGIN,
      'ACCOUNT=$(aws sts get-caller-identity --query Account --output text)',
      ...CREATE_TARGET,
      ...create(
        'SHARE',
        'aws ram create-resource-share --region "#{region}" --name tapwarden-exercise --resource-arns "arn:aws:ec2:#{region}:$ACCOUNT:traffic-mirror-target/$TARGET" --principals "#{other_account}" --allow-external-principals --query resourceShare.resourceShareArn --output text',
      ),
    ],
    cleanup: cleanUp([
      { name: 'SHARE', command: 'aws ram delete-resource-share --region "#{region}" --resource-share-arn "$SHARE"' },
      DELETE_TARGET,
    ]),
    acts: ['part-set', 'resource-shared'],
    telemetry: [
      'CloudTrail records CreateTrafficMirrorTarget, and CreateResourceShare of ram.amazonaws.com with the ARN of the target and the other account among its principals.',
    ],
  },
]

function createTarget(networkInterface: string): string {
  return `${EC2} create-traffic-mirror-target --network-interface-id "${networkInterface}" --description tapwarden-exercise --query TrafficMirrorTarget.TrafficMirrorTargetId --output text`
}

function deletion(name: string, word: 'session' | 'filter' | 'target'): Undo {
  return { name, command: `${EC2} delete-traffic-mirror-${word} --traffic-mirror-${word}-id "$${name}"` }
}
