/** One CloudTrail record with its wrappers taken off: what every operation is read from. */

import type { RecordIdentity } from '../../facts/fact-id.ts'
import type { Actor, FactTime } from '../../facts/schema-parts.ts'
import { canonicalJson } from '../../kit/canonical-json.ts'
import { parseInstant } from '../../kit/instant.ts'
import type { CallOutcome } from '../_audit-records/audit-entry.ts'
import { asObject, flagOf, isObject, type JsonObject, memberOf, textOf } from '../_audit-records/fields.ts'
import { redactForms, redactValue } from '../_audit-records/redact.ts'
import { readActor } from './actor.ts'
import { accountOf } from './number-fields.ts'
import { toTrailMembers } from './shapes.ts'

const MAX_ERROR_LENGTH = 300

/** What CloudTrail itself writes of an act; members that later systems add do not identify it. */
const WRITTEN_MEMBERS = [
  'eventSource',
  'eventName',
  'awsRegion',
  'recipientAccountId',
  'sourceIPAddress',
  'requestParameters',
  'responseElements',
  'errorCode',
]

/** A call as CloudTrail recorded it. `request` and `response` are without the object that is named after the operation. */
export interface TrailRecord {
  readonly members: JsonObject
  /** `ec2.amazonaws.com`. */
  readonly eventSource: string
  /** Absent when the record names no operation. */
  readonly eventName: string | undefined
  readonly region: string
  readonly account: string | undefined
  readonly time: FactTime
  readonly identity: RecordIdentity
  readonly request: JsonObject
  readonly response: JsonObject
  readonly actor: Actor
  readonly outcome: CallOutcome
  /** `Client.InvalidParameter: …`, redacted, at most 300 characters. */
  readonly error: string | undefined
  /** The caller only asked whether the call would be allowed, and nothing was done. */
  readonly isDryRun: boolean
  readonly fromConsole: boolean
}

/** Takes wrappers off and reads what every record has; undefined for what is no CloudTrail record. Never throws. */
export function readTrailRecord(value: JsonObject): TrailRecord | undefined {
  const members = toTrailMembers(value)
  const eventSource = textOf(members, 'eventSource')
  if (eventSource === undefined || !/\.amazonaws\.com(?:\.cn)?$/i.test(eventSource)) return undefined
  const eventName = textOf(members, 'eventName')
  const account =
    accountOf(members, 'recipientAccountId') ?? accountOf(asObject(memberOf(members, 'userIdentity')), 'accountId')
  const errorCode = textOf(members, 'errorCode')
  const request = unnest(memberOf(members, 'requestParameters'), `${eventName}Request`)
  const response = unnest(memberOf(members, 'responseElements'), `${eventName}Response`)
  const hasError = ['errorCode', 'errorMessage'].some((name) => (memberOf(members, name) ?? '') !== '')
  return {
    members,
    eventSource: eventSource.toLowerCase(),
    eventName,
    region: textOf(members, 'awsRegion') ?? '',
    account,
    time: timeOf(members),
    identity: identityOf(members),
    request,
    response,
    actor: readActor(members, account),
    outcome: outcomeOf(errorCode, hasError),
    error: errorOf(members),
    isDryRun: isDryRun(
      errorCode,
      flagOf(request, 'dryRun') === true && !hasError && Object.keys(response).length === 0,
    ),
    fromConsole: isFromConsole(members),
  }
}

/** EC2 nests under the operation's name (`CreateTrafficMirrorSessionRequest`), other services and copies do not. */
function unnest(value: unknown, name: string): JsonObject {
  const outer = asObject(value)
  const inner = memberOf(outer, name.charAt(0).toLowerCase() + name.slice(1))
  return isObject(inner) ? inner : outer
}

/** CloudTrail's clock is the control plane's: ISO 8601, or `YYYY-MM-DD hh:mm:ss` in UTC where a data lake rewrote it. */
function timeOf(members: JsonObject): FactTime {
  const written = textOf(members, 'eventTime')
  const at = written === undefined ? undefined : parseInstant(written)
  if (written === undefined) return { basis: 'none' }
  return at === undefined ? { written, basis: 'none' } : { at, written, basis: 'record' }
}

/** `eventID`, else `requestID`, else what CloudTrail wrote of the act with its time. */
function identityOf(members: JsonObject): RecordIdentity {
  const native = textOf(members, 'eventID') ?? textOf(members, 'requestID')
  if (native !== undefined) return { native }
  const written = Object.fromEntries(WRITTEN_MEMBERS.map((name) => [name, redactValue(memberOf(members, name))]))
  const actor = redactValue(asObject(memberOf(members, 'userIdentity'))['arn'])
  return { written: canonicalJson({ ...written, actor }), writtenTime: textOf(members, 'eventTime') ?? '' }
}

/** @source Amazon EC2 API reference, "Error codes": UnauthorizedOperation; other services answer AccessDenied. */
function outcomeOf(errorCode: string | undefined, hasError: boolean): CallOutcome {
  if (!hasError) return 'accepted'
  return /unauthori[sz]ed|accessdenied|notauthori[sz]ed|forbidden/i.test(errorCode ?? '') ? 'denied' : 'failed'
}

function errorOf(members: JsonObject): string | undefined {
  const parts = [textOf(members, 'errorCode'), textOf(members, 'errorMessage')].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : redactForms(parts.join(': ')).slice(0, MAX_ERROR_LENGTH)
}

/** @source Amazon EC2 API reference, common parameter DryRun: a permitted call answers DryRunOperation. */
function isDryRun(errorCode: string | undefined, askedAndUnanswered: boolean): boolean {
  return askedAndUnanswered || /(?:^|\.)DryRunOperation$/i.test(errorCode ?? '')
}

/** Calls that the console makes carry a flag, or `AWS Internal` in place of an address in records before 2023. */
function isFromConsole(members: JsonObject): boolean {
  if (flagOf(members, 'sessionCredentialFromConsole') === true) return true
  const agent = textOf(members, 'userAgent')
  return agent === 'AWS Internal' || /^(?:console\.|\[?signin\.)\S*amazonaws\.com/.test(agent ?? '')
}
