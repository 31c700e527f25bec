/** Why a query was not evaluated. A query has an answer that is right, or a problem; never an answer that may be wrong. */
import type { KustoNode } from './tree.ts'

/** Codes of {@link KustoProblem}. */
export type KustoProblemCode = 'query-has-errors' | 'not-evaluated' | 'too-much-work' | 'costly-pattern'

/** `{ code: 'not-evaluated', message: 'operator make-series is not evaluated', line: 4, column: 3 }` */
export interface KustoProblem {
  readonly code: KustoProblemCode
  readonly message: string
  readonly line: number
  readonly column: number
}

/** Thrown inside the evaluator and caught at its door, which makes a {@link KustoProblem} of it. */
export class NotEvaluated extends Error {
  override readonly name = 'NotEvaluated'
  readonly code: KustoProblemCode
  /** Offset in the query, where one is known. */
  readonly start: number | undefined

  constructor(message: string, at?: KustoNode, options?: { readonly code: KustoProblemCode }) {
    super(message)
    this.code = options?.code ?? 'not-evaluated'
    this.start = at?.start
  }
}
