/** What a tabular operator is handed. */
import { NotEvaluated } from '../problem.ts'
import { readScalar } from '../scalar/read-scalar.ts'
import { fit, type KustoRelation, nameOf, part, positionsOf, type QueryScope } from '../scalar/scope.ts'
import type { KustoNode, ResultColumn } from '../tree.ts'
import type { KustoRow, KustoValue } from '../values/value.ts'

/** An operator behind a pipe. `columns` is what the binder says its result has. */
export interface Operation {
  readonly node: KustoNode
  readonly input: KustoRelation
  readonly columns: readonly ResultColumn[]
  readonly query: QueryScope
}

/** What an operator makes of its input. */
export type TabularOperator = (operation: Operation) => KustoRelation

/** Reads one expression for every row. */
export function readerOf({
  input,
  query,
}: Pick<Operation, 'input' | 'query'>): (node: KustoNode, row: KustoRow) => KustoValue {
  const positions = positionsOf(input)
  return (node, row) => readScalar(node, { positions, row, query })
}

/** A relation of the columns that the binder promised; another number of values is a bug or unknown syntax, hence a problem. */
export function relationOf(operation: Pick<Operation, 'columns' | 'node'>, rows: readonly KustoRow[]): KustoRelation {
  const { columns, node } = operation
  if (rows.some((row) => row.length !== columns.length))
    throw new NotEvaluated(`this form of ${node.text.split(/\s/, 1)[0]} is not evaluated`, node)
  return { columns, rows: rows.map((row) => row.map((value, index) => fit(value, columns[index]?.type ?? 'unknown'))) }
}

/** The name an item of a list gives its value: `n = count()` → `n`, `Caller` → `Caller`; undefined where the engine makes one up. */
export function itemName(item: KustoNode): string | undefined {
  if (item.kind === 'SimpleNamedExpression') return nameOf(part(item, 0))
  return item.kind === 'NameReference' ? nameOf(item) : undefined
}

/** A parameter of an operator: `kind=leftanti` → `leftanti`. */
export function parameterOf(node: KustoNode, name: string): string | undefined {
  const parameters = node.children.find((child) => child?.children[0]?.kind === 'NamedParameter')
  return parameters?.children.find((parameter) => parameter?.children[0]?.text === name)?.children[2]?.text
}

/** The position of a column that is named. */
export function positionOf(name: string, { columns }: KustoRelation, at: KustoNode): number {
  const position = columns.findIndex((column) => column.name === name)
  if (position < 0) throw new NotEvaluated(`column ${name.slice(0, 60)} is not there`, at)
  return position
}
