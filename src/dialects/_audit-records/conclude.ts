/** From what an operation came to, to how its record ended: the same for every cloud. */
import type { Note } from '../../facts/note.ts'
import type { Reading } from '../contract.ts'
import type { AuditEntry } from './audit-entry.ts'
import { type ObjectChange, type RelatedAct, toChangeFact, toSignalFact } from './audit-facts.ts'
import { irrelevant, toNote, unrecognised } from './audit-outcomes.ts'

/** Stands for an end that a write was told of and its record does not show. */
export const UNKNOWN_END = 'unknown'

/** What a record came to: a change of a session or object, with related acts; an act alone; nothing that matters; or too little. */
export type OperationReading =
  | {
      readonly is: 'change'
      readonly change: ObjectChange
      readonly acts?: readonly RelatedAct[]
      /** The record does not show what was written. */
      readonly bodyMissing?: boolean
    }
  | { readonly is: 'act'; readonly act: RelatedAct }
  | { readonly is: 'irrelevant'; readonly because: string }
  | { readonly is: 'unrecognised'; readonly code: string; readonly because: string }

/** A deletion of what an address names. */
export function removal(change: Omit<ObjectChange, 'edits'>): OperationReading {
  return { is: 'change', change: { ...change, edits: [{ do: 'remove' }] } }
}

/** The reading of a record; `oddities` are noted where it gives a fact. */
export function conclude(entry: AuditEntry, found: OperationReading, oddities: readonly Note[]): Reading {
  if (found.is === 'irrelevant') return irrelevant(found.because)
  if (found.is === 'unrecognised') return unrecognised(entry, found.code, found.because)
  if (entry.account === undefined)
    return unrecognised(entry, 'account-missing', `${entry.operation} without an account`)
  const notes = [...(entry.time.at === undefined ? [timeNote(entry)] : []), ...oddities]
  if (found.is === 'act')
    return { facts: [toSignalFact(entry, found.act)], notes, outcome: 'modelled', because: found.act.detail }
  const { change, acts = [], bodyMissing } = found
  return {
    facts: [toChangeFact(entry, change), ...acts.map((act) => toSignalFact(entry, act))],
    notes: bodyMissing === true ? [...notes, bodyNote(entry)] : notes,
    outcome: 'modelled',
    because: `${entry.operation} on ${change.address.id} (${entry.outcome}${entry.act === undefined ? '' : `, ${entry.act.phase}`})`,
  }
}

function timeNote(entry: AuditEntry): Note {
  return toNote(entry, 'time-missing', `${entry.operation} without a readable time`)
}

function bodyNote(entry: AuditEntry): Note {
  return { ...toNote(entry, 'body-missing', `${entry.operation} without what was written`), severity: 'info' }
}
