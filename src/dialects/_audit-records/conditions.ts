/** Signatures of audit records as tables, and conditions on members that stand in several places. */
import type { RecordSignature } from '../../facts/log-content/log-source.ts'
import type { RecordAct } from '../../facts/log-content/record-act.ts'
import type { RecordCondition } from '../../facts/log-content/record-condition.ts'

/** One signature: all of `when` must hold. */
export interface SignatureRow {
  readonly shows: RecordAct
  readonly when: readonly RecordCondition[]
  readonly cannotTell?: readonly string[]
}

/** A table of signatures of one source. */
export function toSignatures(source: string, rows: readonly SignatureRow[]): readonly RecordSignature[] {
  return rows.map(({ shows, when, ...rest }) => ({ source, acts: [shows], when: allOf(when), ...rest }))
}

/** All of several conditions; one alone is itself. */
export function allOf(conditions: readonly RecordCondition[]): RecordCondition {
  const [only, ...others] = conditions
  return only !== undefined && others.length === 0 ? only : { all: conditions }
}

/** What is asked of a field, whichever it is. */
export type FieldQuestion =
  | { readonly is: readonly string[] }
  | { readonly startsWith: readonly string[] }
  | { readonly endsWith: readonly string[] }
  | { readonly contains: readonly string[] }
  | { readonly present: boolean }
  | { readonly matches: readonly string[] }

/** `anyOf(['resultType', 'status.value'], { is: ['Start'] })`: one of the fields answers. */
export function anyOf(fields: readonly string[], question: FieldQuestion): RecordCondition {
  const [field, ...others] = fields
  if (field !== undefined && others.length === 0) return { field, ...question }
  return { any: fields.map((name) => ({ field: name, ...question })) }
}
