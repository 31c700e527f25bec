/** Calls as conditions: by service and name, accepted, refused, or only tried. */
import type { RecordCondition } from '../../../facts/log-content/record-condition.ts'
import { anyOf } from '../../_audit-records/conditions.ts'

/** Calls of EC2 that write Traffic Mirroring. @source Amazon EC2 API reference, actions by service, "Traffic Mirroring". */
export const MIRROR_WRITES = [
  'CreateTrafficMirrorSession',
  'ModifyTrafficMirrorSession',
  'DeleteTrafficMirrorSession',
  'CreateTrafficMirrorTarget',
  'DeleteTrafficMirrorTarget',
  'CreateTrafficMirrorFilter',
  'DeleteTrafficMirrorFilter',
  'ModifyTrafficMirrorFilterNetworkServices',
  'CreateTrafficMirrorFilterRule',
  'ModifyTrafficMirrorFilterRule',
  'DeleteTrafficMirrorFilterRule',
] as const
/** One word of {@link MIRROR_WRITES}. */
export type MirrorWrite = (typeof MIRROR_WRITES)[number]

const FAILED = anyOf(['errorCode', 'errorMessage'], { present: true })

/** A call of a service that did what it says. */
export function acceptedCall(eventSource: string, eventNames: readonly string[]): RecordCondition {
  return { all: [...named(eventSource, eventNames), { not: FAILED }] }
}

/** A call on Traffic Mirroring that did what it says. */
export function acceptedWrite(...eventNames: readonly MirrorWrite[]): RecordCondition {
  return { all: [...named('ec2.amazonaws.com', eventNames), { not: FAILED }, { not: onlyAsked(eventNames) }] }
}

/** A call on Traffic Mirroring that was denied or failed; a dry run that was allowed fails by design. */
export function refusedWrite(): RecordCondition {
  const allowedDryRun: RecordCondition = { field: 'errorCode', endsWith: ['DryRunOperation'] }
  return { all: [...named('ec2.amazonaws.com', MIRROR_WRITES), FAILED, { not: allowedDryRun }] }
}

/** Fields of a request: EC2 writes them in PascalCase within an object named after the call, copies write them flat. */
export function requestFields(eventName: string, member: string): readonly string[] {
  const pascal = member.charAt(0).toUpperCase() + member.slice(1)
  return [`requestParameters.${eventName}Request.${pascal}`, `requestParameters.${member}`]
}

function named(eventSource: string, eventNames: readonly string[]): readonly RecordCondition[] {
  return [
    { field: 'eventSource', is: [eventSource] },
    { field: 'eventName', is: eventNames },
  ]
}

/** A dry run does nothing; where it left no error it has no answer either. */
function onlyAsked(eventNames: readonly MirrorWrite[]): RecordCondition {
  const flags = new Set(eventNames.flatMap((name) => requestFields(name, 'dryRun')))
  return {
    all: [anyOf([...flags], { is: ['true'] }), { field: 'responseElements', present: false }],
  }
}
