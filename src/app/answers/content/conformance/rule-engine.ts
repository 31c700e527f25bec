/** A language that rules are generated in, with something that runs them: what conformance compares with scan. */
import type { Definition, DefinitionClause, DefinitionSource } from '../../../../content/_definition/definition.ts'
import type { LogRecord } from '../../../../facts/log-content/log-record.ts'
import type { Inventory } from '../../../../inventory/inventory.ts'

/** The records of one log that make the rule of one behaviour speak, each by itself; or why there can be no such rule. */
export type RuleAnswer = RuleHits | { readonly none: string }

/** The records, and what the target says of itself. */
export interface RuleHits {
  readonly hits: ReadonlySet<LogRecord>
  /** Conditions of other logs that the rule cannot keep apart from this one, because their records lie in one place. */
  readonly beside?: readonly DefinitionClause[]
  /** Why a record does not arrive as it was written, in one clause; undefined where it does. */
  readonly lost?: (record: LogRecord) => string | undefined
}

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
  /** Undefined where the log is no matter of this engine. */
  answer(question: RuleQuestion): Promise<RuleAnswer | undefined>
  /** The hits that are left when what the inventory approves is left out; absent where the target knows no approvals. */
  unapproved?(question: RuleQuestion, inventory: Inventory): Promise<ReadonlySet<LogRecord>>
}
