/** How audit records end that give no fact, and what is odd about those that do. */
import type { Note } from '../../facts/note.ts'
import type { Reading } from '../contract.ts'
import { type AuditEntry, excerptOf } from './audit-entry.ts'

/** A record that says nothing about mirrors or their witnesses. */
export function irrelevant(because: string): Reading {
  return { facts: [], notes: [], outcome: 'irrelevant', because }
}

/** A record that should have said more; the note tells what. */
export function unrecognised(entry: AuditEntry, code: string, because: string): Reading {
  return { facts: [], notes: [toNote(entry, code, because)], outcome: 'unrecognised', because }
}

/** `aws-cloudtrail/time-missing`. */
export function toNote(entry: AuditEntry, code: string, message: string): Note {
  return {
    code: `${entry.reader.dialect}/${code}`,
    severity: 'warning',
    message,
    place: entry.record.place,
    excerpt: excerptOf(entry),
  }
}
