/** Facts of audit records, with the same members whatever the cloud. */
import type { ChangeFact, SignalFact, SignalKind } from '../../facts/fact.ts'
import { factId } from '../../facts/fact-id.ts'
import type { MirrorEdit } from '../../facts/mirror-edit.ts'
import type { SessionAddress } from '../../facts/mirror-session.ts'
import { type AuditEntry, excerptOf, refOf } from './audit-entry.ts'
import { definedOnly } from './fields.ts'

/** Edits of one session or shared object, and the shared objects it names. */
export interface ObjectChange {
  readonly address: SessionAddress
  /** `object` for what sessions share; a session where absent. */
  readonly of?: 'object'
  readonly edits: readonly MirrorEdit[]
  readonly uses?: readonly SessionAddress[]
}

/** A related act that is no session. `failed` where an accepted call did nothing. */
export interface RelatedAct {
  readonly signal: SignalKind
  readonly detail: string
  readonly failed?: true
}

/** The `ordinal`-th change of a record. */
export function toChangeFact(entry: AuditEntry, change: ObjectChange, ordinal = 0): ChangeFact {
  return {
    kind: 'change',
    id: factId('change', entry.identity, ordinal),
    ...baseOf(entry),
    address: change.address,
    ...(change.of === undefined ? {} : { of: change.of }),
    name: change.address.id,
    edits: [...change.edits],
    operation: entry.operation,
    actor: entry.actor,
    outcome: entry.outcome,
    ...definedOnly({ error: entry.error, uses: change.uses, act: entry.act }),
    via: entry.via,
  }
}

/** The `ordinal`-th related act of a record. */
export function toSignalFact(entry: AuditEntry, act: RelatedAct, ordinal = 0): SignalFact {
  return {
    kind: 'signal',
    id: factId('signal', entry.identity, ordinal),
    ...baseOf(entry),
    signal: act.signal,
    actor: entry.actor,
    outcome: act.failed === true ? 'failed' : entry.outcome,
    detail: act.detail,
  }
}

function baseOf(entry: AuditEntry) {
  const { reader, record, context, time } = entry
  return {
    ref: refOf(entry.account ?? '', context),
    time,
    leg: 'audit' as const,
    trust: context.trust,
    dialect: reader.dialect,
    dialectVersion: reader.version,
    places: [record.place],
    excerpt: excerptOf(entry),
    platform: reader.platform,
  }
}
