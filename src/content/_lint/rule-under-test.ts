/** Somebody's rule as lint looks at it, whatever its language. */
import type { LogRecord } from '../../facts/log-content/log-record.ts'
import type { LogSource, RecordExample } from '../../facts/log-content/log-source.ts'
import type { LintCode } from './lint-codes.data.ts'

/** Line and column of the rule, from 1. */
export interface RulePosition {
  readonly line: number
  readonly column: number
}

/** One thing to know about a rule. `{ code: 'wrong-log', line: 3, column: 29, message: '…' }` */
export interface LintProblem extends Partial<RulePosition> {
  readonly code: LintCode
  readonly message: string
}

/** A text that the rule looks for, without wildcards at its ends. */
export interface RuleLiteral extends RulePosition {
  readonly text: string
  /** Where the rule looks for it, in its own words: `AzureActivity`. */
  readonly where: string
  /** Whether records of a log can come there. */
  readonly canMeet: (source: LogSource) => boolean
}

/** A rule that can be asked. */
export interface RuleUnderTest {
  readonly path: string
  readonly title: string
  readonly language: 'Sigma' | 'KQL'
  readonly reads: (source: LogSource) => boolean
  readonly literals: readonly RuleLiteral[]
  /** What its own reader says against it: syntax, unknown names, columns that hold nothing. */
  readonly faults: readonly LintProblem[]
  /** Whether anything in it asks what is approved. */
  readonly asksApprovals: boolean
  /** How many results it gives over these records together; undefined where it cannot be run. */
  readonly hits: (records: readonly LogRecord[]) => number | undefined
}

/** An example of a dialect with the record it becomes. */
export interface LintExample {
  readonly example: RecordExample
  readonly record: LogRecord
  /** It tells that a session runs or stopped running: nobody's act, and worth telling all the same. */
  readonly tellsState: boolean
}

/** What lint knows: the logs of all platforms, and records of each whose acts are certain. */
export interface LintKnowledge {
  readonly sources: readonly LogSource[]
  readonly examples: readonly LintExample[]
}
