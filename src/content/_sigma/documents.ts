/** What a Sigma file says, ready to be run or looked at: rules, correlations and filters of specification 2.1.0. */
import type { CorrelationBound, CorrelationType } from './model/correlation.ts'
import type { SigmaDetection, SigmaLogsource, SigmaMark } from './model/detection.ts'

/** Why a document cannot be run as written. */
export interface SigmaProblem extends SigmaMark {
  /** `modifier-unknown`, `condition-unknown-name`, `not-supported` … */
  readonly code: string
  /** One sentence with the words of the document. */
  readonly message: string
}

/** Members that all three kinds have. */
export interface SigmaHead extends SigmaMark {
  readonly title: string
  readonly id?: string | undefined
  readonly name?: string | undefined
  readonly level?: string | undefined
  readonly status?: string | undefined
  readonly description?: string | undefined
  /** Every other member as plain data: `tags`, `references`, what tools add. */
  readonly others: Readonly<Record<string, unknown>>
}

/** A rule over single records. */
export interface SigmaRule extends SigmaHead {
  readonly kind: 'rule'
  readonly logsource: SigmaLogsource
  readonly detection: SigmaDetection
}

/** A rule over what other rules found. */
export interface SigmaCorrelation extends SigmaHead {
  readonly kind: 'correlation'
  readonly type: CorrelationType
  /** Ids or names. */
  readonly rules: readonly string[]
  readonly groupBy: readonly string[]
  /** Alias → rule (id or name) → field. */
  readonly aliases: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly timespanMs: number
  /** All must hold. */
  readonly bounds: readonly CorrelationBound[]
  /** The fields whose values are counted or added up. */
  readonly fields: readonly string[]
  /** Of `value_percentile`: 50 is the median. */
  readonly percentile: number
  /** True: the rules it refers to alert by themselves too. */
  readonly generate: boolean
}

/** What rules shall leave out: its condition must hold in addition to theirs. */
export interface SigmaFilter extends SigmaHead {
  readonly kind: 'filter'
  readonly logsource: SigmaLogsource
  /** Ids or names; `any` for all that the log source covers. */
  readonly rules: readonly string[]
  readonly detection: SigmaDetection
}

/** One document of a file. */
export type SigmaDocument = SigmaRule | SigmaCorrelation | SigmaFilter

/** What a text holds. A document with a problem is not among `documents`. */
export interface SigmaFile {
  readonly documents: readonly SigmaDocument[]
  readonly problems: readonly SigmaProblem[]
}
