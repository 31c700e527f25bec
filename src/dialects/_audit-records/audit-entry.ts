/** What an audit record of any cloud says whatever it is about. */
import type { ActPhase, ChangeFact } from '../../facts/fact.ts'
import type { RecordIdentity } from '../../facts/fact-id.ts'
import type { Actor, FactTime, Ref } from '../../facts/schema-parts.ts'
import { canonicalJson } from '../../kit/canonical-json.ts'
import type { Heard, JsonRecord, ReadContext } from '../contract.ts'
import type { JsonObject } from './fields.ts'
import { redactValue } from './redact.ts'

const MAX_EXCERPT_LENGTH = 400

/** How a call ended: clouds record refused and failed ones, too. */
export type CallOutcome = ChangeFact['outcome']

/** What a record says whatever it is about, and who reads it. */
export interface AuditEntry {
  /** The dialect that reads it, and the platform it is of. */
  readonly reader: { readonly dialect: string; readonly version: number; readonly platform: string }
  readonly record: JsonRecord
  readonly context: ReadContext
  /** Absent where the record names none. */
  readonly account: string | undefined
  readonly time: FactTime
  readonly identity: RecordIdentity
  readonly actor: Actor
  /** `CreateTrafficMirrorSession`. */
  readonly operation: string
  readonly outcome: CallOutcome
  readonly error?: string | undefined
  readonly via: 'api' | 'console'
  readonly act?: ActPhase | undefined
  /** The members that prove the act; redacted and cut before they are shown. */
  readonly shown: JsonObject
}

/** Every record of an account proves its audit trail alive, reads included; undefined without an account or a time. */
export function toHeard(
  { account, time }: Pick<AuditEntry, 'account' | 'time'>,
  context: ReadContext,
): Heard | undefined {
  if (account === undefined || time.at === undefined) return undefined
  return { ref: refOf(account, context), at: time.at, leg: 'audit', commands: true }
}

/** The account by the name that records give it; no name where the record has none. */
export function refOf(account: string, context: ReadContext): Ref {
  return { realm: context.realm, names: account === '' ? [] : [{ by: 'account', value: account }] }
}

/** The proving members as canonical JSON without secrets, at most 400 characters. */
export function excerptOf({ shown }: AuditEntry): string {
  return canonicalJson(redactValue(shown)).slice(0, MAX_EXCERPT_LENGTH)
}
