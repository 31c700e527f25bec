/** Operators that compute, choose or name columns. */
import { NotEvaluated } from '../problem.ts'
import { type KustoRelation, nameOf, part } from '../scalar/scope.ts'
import { itemsOf, type KustoNode } from '../tree.ts'
import { keyOf } from '../values/compare.ts'
import type { KustoRow, KustoValue } from '../values/value.ts'
import { itemName, type Operation, positionOf, readerOf, relationOf, type TabularOperator } from './operator.ts'

/** By syntax kind. */
export const COLUMN_OPERATORS: Readonly<Record<string, TabularOperator>> = {
  ExtendOperator: extend,
  ProjectOperator: project,
  ProjectAwayOperator: rearranged,
  ProjectKeepOperator: rearranged,
  ProjectReorderOperator: rearranged,
  ProjectRenameOperator: rename,
  DistinctOperator: distinct,
}

function listItems(node: KustoNode): readonly KustoNode[] {
  return itemsOf(node.children.findLast((child) => child?.kind === 'List'))
}

/** One pass: an item sees the columns as they were. */
function extend(operation: Operation): KustoRelation {
  const { node, input, columns } = operation
  const read = readerOf(operation)
  const items = listItems(node).map((item) => ({ item, position: positionNamed(item, columns) }))
  return relationOf(
    operation,
    input.rows.map((row) => {
      const extended: KustoValue[] = columns.map((_, index) => row[index] ?? null)
      for (const { item, position } of items) extended[position] = read(item, row)
      return extended
    }),
  )
}

function positionNamed(item: KustoNode, columns: Operation['columns']): number {
  const name = itemName(item)
  const position = columns.findIndex((column) => column.name === name)
  if (position < 0) throw new NotEvaluated('extend without a name is not evaluated', item)
  return position
}

function project(operation: Operation): KustoRelation {
  const read = readerOf(operation)
  const items = listItems(operation.node)
  return relationOf(
    operation,
    operation.input.rows.map((row) => items.map((item) => read(item, row))),
  )
}

/** Columns that stay keep their names: the binder says which and in which order. */
function rearranged(operation: Operation): KustoRelation {
  const { input, columns, node } = operation
  const positions = columns.map(({ name }) => positionOf(name, input, node))
  return { columns, rows: input.rows.map((row) => positions.map((position) => row[position] ?? null)) }
}

function rename({ node, input, columns }: Operation): KustoRelation {
  for (const item of listItems(node)) {
    if (item.kind !== 'SimpleNamedExpression') throw new NotEvaluated('this form of rename is not evaluated', item)
    positionOf(nameOf(part(item, 2)), input, item)
  }
  return { columns, rows: input.rows }
}

function distinct(operation: Operation): KustoRelation {
  const { node, input } = operation
  const items = listItems(node)
  const read = readerOf(operation)
  const rows = items.some(({ kind }) => kind === 'StarExpression')
    ? input.rows
    : input.rows.map((row) => items.map((item) => read(item, row)))
  return relationOf(operation, uniqueRows(rows))
}

/** Each row once, in order of their first. */
export function uniqueRows(rows: readonly KustoRow[]): readonly KustoRow[] {
  const seen = new Map<string, KustoRow>()
  for (const row of rows) {
    const key = row.map(keyOf).join('\u0000')
    if (!seen.has(key)) seen.set(key, row)
  }
  return [...seen.values()]
}
