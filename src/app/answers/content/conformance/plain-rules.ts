/** The plain meaning of definitions as a rule engine: what every target's engine is held against besides scan. */
import type { DefinitionSource } from '../../../../content/contract.ts'
import type { LogRecord } from '../../../../facts/log-content/log-record.ts'
import { compileCondition } from '../../../../facts/log-content/match-condition.ts'

/** The records that any clause matches. */
export function matchPlainly({ clauses }: DefinitionSource, records: readonly LogRecord[]): ReadonlySet<LogRecord> {
  const matchers = clauses.map(({ when }) => compileCondition(when))
  return new Set(records.filter((record) => matchers.some((matches) => matches(record))))
}
