/** One CloudTrail record → at most one fact, a note where something is odd, and how the record ended. */
import type { ChangeFact, SignalFact } from '../../facts/fact.ts'
import { factId } from '../../facts/fact-id.ts'
import type { Note } from '../../facts/note.ts'
import type { Ref } from '../../facts/schema-parts.ts'
import { canonicalJson } from '../../kit/canonical-json.ts'
import type { Heard, JsonRecord, ReadContext, Reading } from '../contract.ts'
import { asObject, definedOnly, memberOf } from './fields.ts'
import { numberOf } from './numbers.ts'
import type { ObjectChange } from './operations/object-change.ts'
import { OPERATIONS } from './operations/operations.ts'
import { readTrailRecord, type TrailRecord } from './record.ts'
import { redactValue } from './redact.ts'
import { readSignal } from './signals.ts'

export const DIALECT_ID = 'aws-cloudtrail'
export const DIALECT_VERSION = 1

const MAX_EXCERPT_LENGTH = 400
/** Members that a float takes digits from, and where the record has them. */
const NUMERIC_IDS = ['recipientAccountId', 'ownerId', 'virtualNetworkId']

/** Where a record is and what its input declares. */
interface Reader {
  readonly trail: TrailRecord
  readonly record: JsonRecord
  readonly context: ReadContext
}

/** Reads a record; undefined when it is none of CloudTrail's. Never throws. */
export function readRecord(record: JsonRecord, context: ReadContext): Reading | undefined {
  const trail = readTrailRecord(record.value)
  if (trail === undefined) return undefined
  const reader = { trail, record, context }
  if (trail.eventName === undefined) return unrecognised(reader, 'operation-missing', 'the record names no operation')
  if (trail.eventSource === 'ec2.amazonaws.com' && /TrafficMirror/i.test(trail.eventName)) return readMirrorCall(reader)
  return readRelatedCall(reader)
}

/** Whose record this is and when: every record of an account proves its audit trail alive, reads included. */
export function hearRecord(record: JsonRecord, context: ReadContext): Heard | undefined {
  const trail = readTrailRecord(record.value)
  if (trail?.account === undefined || trail.time.at === undefined) return undefined
  return { ref: refOf(trail.account, context), at: trail.time.at, leg: 'audit', commands: true }
}

function readMirrorCall(reader: Reader): Reading {
  const { trail } = reader
  const operation = trail.eventName ?? ''
  if (/^(?:Describe|Get|List)/.test(operation)) return irrelevant(`${operation} only reads`)
  if (trail.isDryRun) return irrelevant(`${operation} was a dry run: it asked whether the call would be allowed`)
  const read = OPERATIONS.get(operation)
  if (read === undefined)
    return unrecognised(reader, 'unknown-operation', `EC2 has no call named ${operation} that is known here`)
  if (trail.account === undefined) return unrecognised(reader, 'account-missing', `${operation} without an account`)
  const change = read(trail)
  if (change === undefined) return unrecognised(reader, 'id-missing', `${operation} without the id of what it changed`)
  return {
    facts: [changeFact(reader, trail.account, change)],
    notes: [...lostDigits(reader), ...missingParts(reader)],
    outcome: 'modelled',
    because: `${operation} on ${change.address.id} (${trail.outcome})`,
  }
}

function readRelatedCall(reader: Reader): Reading {
  const { trail } = reader
  const found = readSignal(trail)
  if (found === undefined)
    return irrelevant(`${trail.eventName} of ${trail.eventSource} does not touch mirroring or its witnesses`)
  if (trail.isDryRun) return irrelevant(`${trail.eventName} was a dry run`)
  if (found.is === 'irrelevant') return irrelevant(found.because)
  if (found.is === 'unrecognised') return unrecognised(reader, 'selectors-missing', found.because)
  if (trail.account === undefined)
    return unrecognised(reader, 'account-missing', `${trail.eventName} without an account`)
  const fact: SignalFact = {
    kind: 'signal',
    id: factId('signal', trail.identity, 0),
    ...factBase(reader, trail.account),
    platform: 'aws',
    signal: found.signal,
    actor: trail.actor,
    outcome: found.failed === true ? 'failed' : trail.outcome,
    detail: found.detail,
  }
  return { facts: [fact], notes: missingParts(reader), outcome: 'modelled', because: found.detail }
}

function changeFact(reader: Reader, account: string, change: ObjectChange): ChangeFact {
  const { trail } = reader
  return {
    kind: 'change',
    id: factId('change', trail.identity, 0),
    ...factBase(reader, account),
    platform: 'aws',
    address: change.address,
    ...(change.address.namespace === 'traffic-mirror-session' ? {} : { of: 'object' as const }),
    name: change.address.id,
    edits: [...change.edits],
    operation: trail.eventName ?? '',
    actor: trail.actor,
    outcome: trail.outcome,
    ...definedOnly({ error: trail.error, uses: change.uses }),
    via: trail.fromConsole ? 'console' : 'api',
  }
}

function factBase({ trail, record, context }: Reader, account: string) {
  return {
    ref: refOf(account, context),
    time: trail.time,
    leg: 'audit' as const,
    trust: context.trust,
    dialect: DIALECT_ID,
    dialectVersion: DIALECT_VERSION,
    places: [record.place],
    excerpt: excerptOf(trail),
  }
}

function refOf(account: string, context: ReadContext): Ref {
  return { realm: context.realm, names: [{ by: 'account', value: account }] }
}

/** The members that prove the act, and whether a second factor stood behind it. */
function excerptOf({ members }: TrailRecord): string {
  const identity = asObject(members['userIdentity'])
  const attributes = asObject(asObject(identity['sessionContext'])['attributes'])
  const shown = definedOnly({
    eventTime: members['eventTime'],
    eventName: members['eventName'],
    awsRegion: members['awsRegion'],
    errorCode: members['errorCode'],
    requestParameters: members['requestParameters'],
    userIdentity: definedOnly({ arn: identity['arn'], mfaAuthenticated: attributes['mfaAuthenticated'] }),
  })
  return canonicalJson(redactValue(shown)).slice(0, MAX_EXCERPT_LENGTH)
}

function lostDigits(reader: Reader): Note[] {
  const { members, response, request } = reader.trail
  const objects = [members, request, response, ...Object.values(response).map(asObject)]
  const doubtful = NUMERIC_IDS.filter((name) =>
    objects.some((object) => numberOf(memberOf(object, name))?.mayHaveLostDigits),
  )
  if (doubtful.length === 0) return []
  return [note(reader, 'digits-lost', `digits of ${doubtful.join(', ')} may be lost: the number went through a float`)]
}

function missingParts(reader: Reader): Note[] {
  const { trail } = reader
  return [
    ...(trail.time.at === undefined
      ? [note(reader, 'time-missing', `${trail.eventName} without a readable eventTime`)]
      : []),
    ...(trail.region === '' ? [note(reader, 'region-missing', `${trail.eventName} without awsRegion`)] : []),
  ]
}

function irrelevant(because: string): Reading {
  return { facts: [], notes: [], outcome: 'irrelevant', because }
}

function unrecognised(reader: Reader, code: string, because: string): Reading {
  return { facts: [], notes: [note(reader, code, because)], outcome: 'unrecognised', because }
}

function note({ trail, record }: Reader, code: string, message: string): Note {
  return {
    code: `${DIALECT_ID}/${code}`,
    severity: 'warning',
    message,
    place: record.place,
    excerpt: excerptOf(trail),
  }
}
