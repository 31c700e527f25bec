/** A language that rules are generated in, with something that runs them: what conformance compares with scan. */
import type { Definition, DefinitionSource } from '../../../../content/_definition/definition.ts'
import type { LogRecord } from '../../../../facts/log-content/log-record.ts'

/** The records of one log that make the rule of one behaviour speak, each by itself; or why there can be no such rule. */
export type RuleAnswer =
  | { readonly hits: ReadonlySet<LogRecord>; readonly limits: readonly string[] }
  | { readonly none: string }

/** What is asked: all records are of `source`. */
export interface RuleQuestion {
  readonly definition: Definition
  readonly source: DefinitionSource
  readonly records: readonly LogRecord[]
}

/** One target's rules at work. */
export interface RuleEngine {
  /** Id of the target: `sigma`. */
  readonly target: string
  answer(question: RuleQuestion): Promise<RuleAnswer>
}
