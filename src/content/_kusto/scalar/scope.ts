/** What an expression can see: the row it is asked about, and the query around it. */
import { NotEvaluated } from '../problem.ts'
import type { KustoNode } from '../tree.ts'
import { isDynamic, toDynamic, toScalar } from '../values/kinds.ts'
import { emptyOf } from '../values/literals.ts'
import type { KustoRow, KustoValue } from '../values/value.ts'
import { toJson } from '../values/write.ts'

/** A table in evaluation: columns with their types, and rows in the same order. */
export interface KustoRelation {
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  readonly rows: readonly KustoRow[]
}

/** The query around an expression. */
export interface QueryScope {
  readonly nowMs: number
  /** Value of a `let`, or of nothing of that name. */
  scalar(name: string, at: KustoNode): KustoValue
  /** Result of a tabular expression. */
  relation(node: KustoNode): KustoRelation
  /** Counts work, so that no query runs for ever. Throws {@link NotEvaluated} when it is used up. */
  spend(steps: number, at: KustoNode): void
}

/** One row in sight of an expression. */
export interface Scope {
  readonly positions: ReadonlyMap<string, number>
  readonly row: KustoRow
  readonly query: QueryScope
}

/** Reads an expression in a scope. */
export type ScalarReader = (node: KustoNode, scope: Scope) => KustoValue

/** Where each column of a relation stands. */
export function positionsOf({ columns }: Pick<KustoRelation, 'columns'>): ReadonlyMap<string, number> {
  return new Map(columns.map(({ name }, index) => [name, index]))
}

/** The name that a reference or declaration says: `Caller`, `['Column name']` → `Column name`. */
export function nameOf(node: KustoNode): string {
  return /^\[\s*(['"])(.*)\1\s*\]$/s.exec(node.text)?.[2] ?? node.text
}

/** A child that has to be there. */
export function part(node: KustoNode, index: number): KustoNode {
  const child = node.children[index]
  if (child === undefined) throw new NotEvaluated(`${node.kind} without its part ${index} is not evaluated`, node)
  return child
}

/** A value as its column or operator takes it: strings are never null, dynamic columns hold dynamic values. */
export function fit(value: KustoValue, type: string): KustoValue {
  if (value === null) return emptyOf(type)
  if (type === 'dynamic') return isDynamic(value) ? value : toDynamic(toJson(value))
  return isDynamic(value) && type !== 'unknown' ? toScalar(value) : value
}
