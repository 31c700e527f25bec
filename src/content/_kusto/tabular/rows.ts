/** Operators that choose, order, count or multiply rows. */
import { NotEvaluated } from '../problem.ts'
import { type KustoRelation, part } from '../scalar/scope.ts'
import { childOf, itemsOf, type KustoNode } from '../tree.ts'
import { order } from '../values/compare.ts'
import { isDynamic, toDynamic } from '../values/kinds.ts'
import type { Json, KustoRow, KustoValue } from '../values/value.ts'
import { itemName, type Operation, positionOf, readerOf, relationOf, type TabularOperator } from './operator.ts'

/** By syntax kind. */
export const ROW_OPERATORS: Readonly<Record<string, TabularOperator>> = {
  FilterOperator: (operation) => {
    const read = readerOf(operation)
    const condition = part(operation.node, operation.node.children.length - 1)
    return { columns: operation.columns, rows: operation.input.rows.filter((row) => read(condition, row) === true) }
  },
  TakeOperator: (operation) => ({
    columns: operation.columns,
    rows: operation.input.rows.slice(0, count(operation)),
  }),
  SortOperator: (operation) => ({ columns: operation.columns, rows: sorted(operation) }),
  TopOperator: (operation) => ({ columns: operation.columns, rows: sorted(operation).slice(0, count(operation)) }),
  CountOperator: (operation) => relationOf(operation, [[operation.input.rows.length]]),
  SerializeOperator: (operation) => {
    if (operation.columns.length === operation.input.columns.length) return operation.input
    throw new NotEvaluated('serialize with columns is not evaluated', operation.node)
  },
  MvExpandOperator: expand,
}

function count(operation: Operation): number {
  const read = readerOf(operation)
  const expression = operation.node.children.find((child) => child?.type !== undefined)
  const value = expression === undefined ? null : read(expression, [])
  if (typeof value !== 'number') throw new NotEvaluated('a number of rows is expected here', operation.node)
  return Math.max(0, value)
}

interface SortKey {
  readonly expression: KustoNode
  readonly sign: number
  readonly nullsFirst: boolean
}

/** Descending unless told otherwise, nulls first when ascending; rows that are equal keep their order. */
function sorted(operation: Operation): readonly KustoRow[] {
  const read = readerOf(operation)
  const { node, input } = operation
  const list = itemsOf(node.children.findLast((child) => child?.kind === 'List'))
  const single = childOf(node, 'OrderedExpression')
  const keys = (list.length > 0 ? list : single === undefined ? [] : [single]).map(sortKey)
  const rows = input.rows.map((row) => ({ row, values: keys.map(({ expression }) => read(expression, row)) }))
  return rows
    .sort((a, b) =>
      firstNonZero(keys.map((key, index) => place(a.values[index] ?? null, b.values[index] ?? null, key))),
    )
    .map(({ row }) => row)
}

function sortKey(node: KustoNode): SortKey {
  const ordering = node.kind === 'OrderedExpression' ? (node.children[1]?.text ?? '') : ''
  const ascending = /^asc\b/i.test(ordering)
  const nulls = /nulls\s+(first|last)/i.exec(ordering)?.[1]
  return {
    expression: node.kind === 'OrderedExpression' ? part(node, 0) : node,
    sign: ascending ? 1 : -1,
    nullsFirst: nulls === undefined ? ascending : nulls.toLowerCase() === 'first',
  }
}

function place(left: KustoValue, right: KustoValue, { sign, nullsFirst }: SortKey): number {
  if (left === null || right === null) {
    const difference = Number(right === null) - Number(left === null)
    return nullsFirst ? difference : -difference
  }
  return sign * (order(left, right) ?? 0)
}

function firstNonZero(numbers: readonly number[]): number {
  return numbers.find((number) => number !== 0) ?? 0
}

/** One row for each element of an array or each pair of a bag; a row whose value is empty stays, with null. */
function expand(operation: Operation): KustoRelation {
  const { node, input, columns, query } = operation
  const items = itemsOf(node.children.findLast((child) => child?.kind === 'List'))
  const [item] = items
  if (items.length !== 1 || item === undefined || childOf(node, 'MvExpandRowLimitClause') !== undefined)
    throw new NotEvaluated('mv-expand of several columns or with a limit is not evaluated', node)
  const read = readerOf(operation)
  const expression = item.kind === 'MvExpandExpression' ? part(item, 0) : item
  const name = itemName(expression)
  if (name === undefined) throw new NotEvaluated('mv-expand without a name is not evaluated', item)
  const position = positionOf(name, { columns, rows: [] }, item)
  const rows = input.rows.flatMap((row) => {
    const elements = elementsOf(read(expression, row))
    query.spend(elements.length, node)
    return elements.map((element) => columns.map((_, index) => (index === position ? element : (row[index] ?? null))))
  })
  return relationOf(operation, rows)
}

function elementsOf(value: KustoValue): readonly KustoValue[] {
  if (value === null || !isDynamic(value)) return [value]
  const { json } = value
  if (typeof json !== 'object') return [value]
  const elements: readonly Json[] = isArray(json) ? json : Object.entries(json).map(([key, held]) => ({ [key]: held }))
  return elements.length === 0 ? [null] : elements.map(toDynamic)
}

function isArray(json: Json): json is readonly Json[] {
  return Array.isArray(json)
}
