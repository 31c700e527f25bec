/** A typed command in a log that carries some → what a rule asks of a record of that log. */
import type { CommandSignature, LogSource } from './log-source.ts'
import { MIRROR_ACTS, type RecordAct } from './record-act.ts'
import type { RecordCondition } from './record-condition.ts'

/** One kind of record that shows acts. */
export interface CommandClause {
  readonly acts: readonly RecordAct[]
  readonly when: RecordCondition
}

/**
 * What stands before the command and the command are one expression, so that neither matches elsewhere. A log that tells refusals has two
 * clauses: a refused command did nothing, and one upon a mirror was an attempt.
 */
export function commandClauses(
  { acts, command }: CommandSignature,
  { before, refused }: NonNullable<LogSource['commands']>,
): readonly CommandClause[] {
  const typed: RecordCondition = { field: 'message', matches: [`${before}${command}`] }
  if (refused === undefined) return [{ acts, when: typed }]
  const done: CommandClause = { acts, when: { all: [typed, { not: refused }] } }
  const attempt: CommandClause = { acts: ['session-refused'], when: { all: [typed, refused] } }
  return acts.some(isMirrorAct) ? [done, attempt] : [done]
}

function isMirrorAct(act: RecordAct): boolean {
  return MIRROR_ACTS.some((one) => one === act)
}
