/** One record of the Activity Log: what every operation is read from. */
import type { ActPhase } from '../../facts/fact.ts'
import type { RecordIdentity } from '../../facts/fact-id.ts'
import type { Actor, FactTime } from '../../facts/schema-parts.ts'
import { canonicalJson } from '../../kit/canonical-json.ts'
import { parseInstant } from '../../kit/instant.ts'
import type { CallOutcome } from '../_audit-records/audit-entry.ts'
import { objectIn } from '../_audit-records/embedded-json.ts'
import { asObject, type JsonObject, memberOf, textOf } from '../_audit-records/fields.ts'
import { redactForms, redactValue } from '../_audit-records/redact.ts'
import { readActor } from './actor.ts'
import { parseResourceId, type ResourceId } from './resource-id.ts'
import { type ActivityMembers, readMembers } from './shapes.ts'

const MAX_ERROR_LENGTH = 300
const SECOND_LENGTH = '2026-11-14T03:12:07'.length

/**
 * How far an operation has come, by the words of both exports; a word not listed says nothing.
 *
 * @source Azure Monitor documentation, "Azure Activity Log event schema", `status`; Log Analytics writes Start, Accept, Success, Failure.
 */
const PHASES: ReadonlyMap<string, ActPhase['phase']> = new Map([
  ['start', 'begun'],
  ['started', 'begun'],
  ['accept', 'underway'],
  ['accepted', 'underway'],
  ['in progress', 'underway'],
  ['inprogress', 'underway'],
  ['updated', 'underway'],
  ['success', 'ended'],
  ['succeeded', 'ended'],
  ['failure', 'ended'],
  ['failed', 'ended'],
  ['canceled', 'ended'],
])

/** What one record says. Names of resources and operations in lower case. */
export interface ActivityRecord {
  readonly members: ActivityMembers
  /** `microsoft.network/virtualnetworktaps/write`. */
  readonly operation: string
  readonly resource: ResourceId
  readonly subscription: string | undefined
  /** Resource group; empty for what belongs to a whole subscription. */
  readonly group: string
  readonly time: FactTime
  readonly phase: ActPhase['phase'] | undefined
  readonly act: ActPhase | undefined
  readonly identity: RecordIdentity
  readonly actor: Actor
  readonly outcome: CallOutcome
  readonly error: string | undefined
  readonly request: JsonObject
  readonly response: JsonObject
}

/** Reads what every record has; undefined for what is no record of the Activity Log. Never throws. */
export function readActivityRecord(value: JsonObject): ActivityRecord | undefined {
  const members = readMembers(value)
  const operation = members.operation?.toLowerCase()
  const resource = parseResourceId(members.resourceId)
  if (operation === undefined || resource === undefined || !/^[\w.-]+\/[\w./-]+$/.test(operation)) return undefined
  const phase = PHASES.get(members.status?.toLowerCase() ?? '')
  const { correlationId } = members
  return {
    members,
    operation,
    resource,
    subscription: resource.subscription ?? members.subscriptionId?.toLowerCase(),
    group: resource.group ?? members.resourceGroup?.toLowerCase() ?? '',
    time: timeOf(members),
    phase,
    act: correlationId === undefined || phase === undefined ? undefined : { id: correlationId.toLowerCase(), phase },
    identity: identityOf(members, operation, resource),
    actor: readActor(members),
    outcome: outcomeOf(members),
    error: errorOf(members),
    request: objectIn(memberOf(members.properties, 'requestbody') ?? memberOf(members.properties, 'requestBody')),
    response: objectIn(memberOf(members.properties, 'responseBody') ?? memberOf(members.properties, 'responsebody')),
  }
}

function timeOf({ time: written }: ActivityMembers): FactTime {
  if (written === undefined) return { basis: 'none' }
  const at = parseInstant(written)
  return at === undefined ? { written, basis: 'none' } : { at, written, basis: 'record' }
}

/** `eventDataId` is in the API and the table only; diagnostic settings leave the correlation, which all records of an act share. */
function identityOf(members: ActivityMembers, operation: string, resource: ResourceId): RecordIdentity {
  const { eventDataId, correlationId, status = '', time = '' } = members
  if (eventDataId !== undefined) return { native: eventDataId.toLowerCase() }
  const second = (parseInstant(time) ?? time).slice(0, SECOND_LENGTH)
  const phase = PHASES.get(status.toLowerCase()) ?? status.toLowerCase()
  if (correlationId !== undefined)
    return { native: [correlationId.toLowerCase(), operation, resource.id, phase, second].join(' ') }
  const written = [operation, resource.id, phase, members.caller, members.callerIp, members.properties]
  return { written: canonicalJson(redactValue(written)), writtenTime: time }
}

/** @source Azure Resource Manager documentation, "Common deployment errors": AuthorizationFailed, RequestDisallowedByPolicy. */
const DENIED = /forbidden|unauthori[sz]ed|authori[sz]ationfailed|disallowedbypolicy|\b40[13]\b/i

function outcomeOf(members: ActivityMembers): CallOutcome {
  if (!/^(?:fail|cancel)/i.test(members.status ?? '')) return 'accepted'
  const told = [members.substatus, textOf(members.properties, 'statusCode'), errorCodeOf(members)]
  return told.some((text) => text !== undefined && DENIED.test(text)) ? 'denied' : 'failed'
}

function errorCodeOf({ properties }: ActivityMembers): string | undefined {
  return textOf(asObject(objectIn(memberOf(properties, 'statusMessage'))['error']), 'code')
}

/** `AuthorizationFailed: The client … does not have authorization …`, redacted; of a call that did not fail, undefined. */
function errorOf(members: ActivityMembers): string | undefined {
  if (outcomeOf(members) === 'accepted') return undefined
  const told = asObject(objectIn(memberOf(members.properties, 'statusMessage'))['error'])
  const code = textOf(told, 'code') ?? members.substatus ?? textOf(members.properties, 'statusCode')
  const parts = [code, textOf(told, 'message')].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : redactForms(parts.join(': ')).slice(0, MAX_ERROR_LENGTH)
}
