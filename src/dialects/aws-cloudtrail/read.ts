/** One CloudTrail record → at most one fact, a note where something is odd, and how the record ended. */
import type { Note } from '../../facts/note.ts'
import { type AuditEntry, toHeard } from '../_audit-records/audit-entry.ts'
import { toChangeFact, toSignalFact } from '../_audit-records/audit-facts.ts'
import { irrelevant, toNote, unrecognised } from '../_audit-records/audit-outcomes.ts'
import { asObject, definedOnly, type JsonObject, memberOf } from '../_audit-records/fields.ts'
import { numberOf } from '../_audit-records/numbers.ts'
import type { Heard, JsonRecord, ReadContext, Reading } from '../contract.ts'
import { OPERATIONS } from './operations/operations.ts'
import { readTrailRecord, type TrailRecord } from './record.ts'
import { readSignal } from './signals.ts'

export const DIALECT_ID = 'aws-cloudtrail'
export const DIALECT_VERSION = 2

/** Members that a float takes digits from, and where the record has them. */
const NUMERIC_IDS = ['recipientAccountId', 'ownerId', 'virtualNetworkId']

/** Reads a record; undefined when it is none of CloudTrail's. Never throws. */
export function readRecord(record: JsonRecord, context: ReadContext): Reading | undefined {
  const trail = readTrailRecord(record.value)
  if (trail === undefined) return undefined
  const entry = toEntry(trail, record, context)
  if (trail.eventName === undefined) return unrecognised(entry, 'operation-missing', 'the record names no operation')
  const isMirrorCall = trail.eventSource === 'ec2.amazonaws.com' && /TrafficMirror/i.test(trail.eventName)
  return isMirrorCall ? readMirrorCall(trail, entry) : readRelatedCall(trail, entry)
}

/** Whose record this is and when: every record of an account proves its audit trail alive, reads included. */
export function hearRecord(record: JsonRecord, context: ReadContext): Heard | undefined {
  const trail = readTrailRecord(record.value)
  return trail === undefined ? undefined : toHeard(trail, context)
}

function toEntry(trail: TrailRecord, record: JsonRecord, context: ReadContext): AuditEntry {
  return {
    reader: { dialect: DIALECT_ID, version: DIALECT_VERSION, platform: 'aws' },
    record,
    context,
    account: trail.account,
    time: trail.time,
    identity: trail.identity,
    actor: trail.actor,
    operation: trail.eventName ?? '',
    outcome: trail.outcome,
    error: trail.error,
    via: trail.fromConsole ? 'console' : 'api',
    shown: shownOf(trail),
  }
}

function readMirrorCall(trail: TrailRecord, entry: AuditEntry): Reading {
  const { operation } = entry
  if (/^(?:Describe|Get|List)/.test(operation)) return irrelevant(`${operation} only reads`)
  if (trail.isDryRun) return irrelevant(`${operation} was a dry run: it asked whether the call would be allowed`)
  const read = OPERATIONS.get(operation)
  if (read === undefined)
    return unrecognised(entry, 'unknown-operation', `EC2 has no call named ${operation} that is known here`)
  if (trail.account === undefined) return unrecognised(entry, 'account-missing', `${operation} without an account`)
  const change = read(trail)
  if (change === undefined) return unrecognised(entry, 'id-missing', `${operation} without the id of what it changed`)
  const shared = change.address.namespace === 'traffic-mirror-session' ? {} : { of: 'object' as const }
  return {
    facts: [toChangeFact(entry, { ...change, ...shared })],
    notes: [...lostDigits(trail, entry), ...missingParts(trail, entry)],
    outcome: 'modelled',
    because: `${operation} on ${change.address.id} (${trail.outcome})`,
  }
}

function readRelatedCall(trail: TrailRecord, entry: AuditEntry): Reading {
  const { operation } = entry
  const found = readSignal(trail)
  if (found === undefined)
    return irrelevant(`${operation} of ${trail.eventSource} does not touch mirroring or its witnesses`)
  if (trail.isDryRun) return irrelevant(`${operation} was a dry run`)
  if (found.is === 'irrelevant') return irrelevant(found.because)
  if (found.is === 'unrecognised') return unrecognised(entry, 'selectors-missing', found.because)
  if (trail.account === undefined) return unrecognised(entry, 'account-missing', `${operation} without an account`)
  const notes = missingParts(trail, entry)
  return { facts: [toSignalFact(entry, found)], notes, outcome: 'modelled', because: found.detail }
}

/** The members that prove the act, and whether a second factor stood behind it. */
function shownOf({ members }: TrailRecord): JsonObject {
  const shown = ['eventTime', 'eventName', 'awsRegion', 'errorCode', 'requestParameters']
  const identity = asObject(memberOf(members, 'userIdentity'))
  const attributes = asObject(asObject(identity['sessionContext'])['attributes'])
  return definedOnly({
    ...Object.fromEntries(shown.map((name) => [name, members[name]])),
    userIdentity: definedOnly({ arn: identity['arn'], mfaAuthenticated: attributes['mfaAuthenticated'] }),
  })
}

function lostDigits({ members, response, request }: TrailRecord, entry: AuditEntry): Note[] {
  const objects = [members, request, response, ...Object.values(response).map(asObject)]
  const doubtful = NUMERIC_IDS.filter((name) =>
    objects.some((object) => numberOf(memberOf(object, name))?.mayHaveLostDigits),
  )
  if (doubtful.length === 0) return []
  return [toNote(entry, 'digits-lost', `digits of ${doubtful.join(', ')} may be lost: the number went through a float`)]
}

function missingParts(trail: TrailRecord, entry: AuditEntry): Note[] {
  return [
    ...(trail.time.at === undefined
      ? [toNote(entry, 'time-missing', `${trail.eventName} without a readable eventTime`)]
      : []),
    ...(trail.region === '' ? [toNote(entry, 'region-missing', `${trail.eventName} without awsRegion`)] : []),
  ]
}
