/** Whatever a record holds, reading it never throws, says how it ended, and gives facts that keep to their schema. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyValueOf, assertReadsAnyRecord, context } from '../_audit-records/_testing/any-record.ts'
import { dialect } from './index.ts'
import { OPERATIONS } from './operations/operations.ts'

const operations = [
  ...OPERATIONS.keys(),
  'StopLogging',
  'UpdateTrail',
  'PutEventSelectors',
  'DeleteFlowLogs',
  'CreateResourceShare',
  'AssociateResourceShare',
  'RegisterTargets',
  'ModifyListener',
  'CreateTags',
]
const memberNames = [
  'trafficMirrorSession', 'trafficMirrorTarget', 'trafficMirrorFilter', 'trafficMirrorFilterRule', 'trafficMirrorSessionId',
  'TrafficMirrorFilterRuleId', 'networkInterfaceId', 'removeField', 'addNetworkService', 'ingressFilterRuleSet', 'ownerId',
  'virtualNetworkId', 'packetLength', 'sourcePortRange', 'items', 'content', 'eventSelectors', 'flowLogId', 'dryRun', '__proto__', 'resourceArns', 'targets', 'defaultActions', 'resourcesSet', 'tagSet',
] // biome-ignore format: a table

const anyValue = anyValueOf(memberNames, fc.bigInt())

const anyRecord = fc.record(
  {
    eventSource: fc.oneof(
      fc.constantFrom(
        'ec2.amazonaws.com',
        'cloudtrail.amazonaws.com',
        'ram.amazonaws.com',
        'elasticloadbalancing.amazonaws.com',
      ),
      anyValue,
    ),
    eventName: fc.oneof(fc.constantFrom(...operations), anyValue),
    eventTime: anyValue,
    awsRegion: anyValue,
    recipientAccountId: fc.oneof(fc.constant('111122223333'), anyValue),
    userIdentity: anyValue,
    sourceIPAddress: anyValue,
    userAgent: anyValue,
    errorCode: anyValue,
    errorMessage: anyValue,
    eventID: anyValue,
    requestID: anyValue,
    requestParameters: anyValue,
    responseElements: anyValue,
    event: anyValue,
    detail: anyValue,
    AwsEventId: anyValue,
    RequestParameters: anyValue,
  },
  { requiredKeys: ['eventSource', 'eventName'] },
)

test('records of any content', () => {
  assertReadsAnyRecord(dialect, anyRecord)
})

test('nesting a hundred thousand deep', () => {
  const deep = JSON.parse(`${'{"items":'.repeat(100_000)}1${'}'.repeat(100_000)}`)
  const value = {
    eventSource: 'ec2.amazonaws.com',
    eventName: 'ModifyTrafficMirrorSession',
    recipientAccountId: '111122223333',
    requestParameters: { trafficMirrorSessionId: 'tms-1', removeField: deep },
    responseElements: deep,
  }

  const reading = dialect.json?.read({ value, place: { path: 'trail.json' } }, context)

  assert.equal(reading?.outcome, 'modelled')
})

test('redaction of any text is stable and never throws', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.json(), fc.string({ unit: fc.constantFrom('"', '\\', 'token', ':', '{', ' ', 'a') })),
      (text) => {
        const once = dialect.redact(text)

        assert.equal(dialect.redact(once), once)
      },
    ),
    { numRuns: 2000 },
  )
})
