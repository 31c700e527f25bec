/** `summarize … by …`. */
import { NotEvaluated } from '../problem.ts'
import { type KustoRelation, nameOf, part } from '../scalar/scope.ts'
import { childOf, itemsOf, type KustoNode } from '../tree.ts'
import { keyOf } from '../values/compare.ts'
import type { KustoRow, KustoValue } from '../values/value.ts'
import { AGGREGATES, extremeAt, type Group } from './aggregates.ts'
import { itemName, type Operation, readerOf, relationOf } from './operator.ts'

interface Bucket {
  readonly key: KustoRow
  readonly rows: KustoRow[]
}

/** Groups rows and computes the aggregations of each group. Without `by`, one row comes out, of no rows too. */
export function summarize(operation: Operation): KustoRelation {
  const { node } = operation
  const by = itemsOf(childOf(node, 'SummarizeByClause'))
  const aggregations = itemsOf(node.children.findLast((child) => child?.kind === 'List'))
  const buckets = bucketsOf(operation, by)
  const rows = buckets.map(({ key, rows }) => [
    ...key,
    ...aggregations.flatMap((item) => aggregate(item, { operation, rows, by })),
  ])
  return relationOf(operation, rows)
}

function bucketsOf(operation: Operation, by: readonly KustoNode[]): readonly Bucket[] {
  if (by.length === 0) return [{ key: [], rows: [...operation.input.rows] }]
  const read = readerOf(operation)
  const buckets = new Map<string, Bucket>()
  for (const row of operation.input.rows) {
    const key = by.map((item) => read(item, row))
    const id = key.map(keyOf).join('\u0000')
    const bucket = buckets.get(id) ?? { key, rows: [] }
    bucket.rows.push(row)
    buckets.set(id, bucket)
  }
  return [...buckets.values()]
}

interface Summary {
  readonly operation: Operation
  readonly rows: readonly KustoRow[]
  readonly by: readonly KustoNode[]
}

function aggregate(item: KustoNode, summary: Summary): readonly KustoValue[] {
  const call = item.kind === 'SimpleNamedExpression' ? part(item, 2) : item
  const name = call.kind === 'FunctionCallExpression' ? nameOf(part(call, 0)) : ''
  const args = itemsOf(childOf(call, 'ExpressionList'))
  if (name === 'arg_max' || name === 'arg_min') return argExtreme(args, summary, name === 'arg_max' ? 1 : -1)
  const [only] = args
  if (name === 'take_any' && (args.length > 1 || only?.kind === 'StarExpression'))
    return expanded(args, summary).map((argument) => AGGREGATES.any?.(groupOf([argument], summary, call)) ?? null)
  const known = Object.hasOwn(AGGREGATES, name) ? AGGREGATES[name] : undefined
  if (known === undefined) throw new NotEvaluated(`aggregation ${call.text.slice(0, 60)} is not evaluated`, call)
  return [known(groupOf(args, summary, call))]
}

type Read = (row: KustoRow) => KustoValue

function groupOf(args: readonly (KustoNode | Read)[], { operation, rows }: Summary, node: KustoNode): Group {
  const read = readerOf(operation)
  return {
    rows,
    node,
    values: (index) => {
      const argument = args[index]
      if (argument === undefined) return []
      return rows.map((row) => (typeof argument === 'function' ? argument(row) : read(argument, row)))
    },
  }
}

/** The row in which the first argument is largest (or smallest), and the rest of the arguments in that row. */
function argExtreme(args: readonly KustoNode[], summary: Summary, sign: number): readonly KustoValue[] {
  const [by, ...wanted] = args
  if (by === undefined) return []
  const read = readerOf(summary.operation)
  const at = extremeAt(
    summary.rows.map((row) => read(by, row)),
    sign,
  )
  const row = summary.rows[at ?? 0]
  const others = expanded(wanted, summary, by)
  return [(at: KustoRow) => read(by, at), ...others].map((value) => (row === undefined ? null : value(row)))
}

/** `*` is every column that is neither grouped by nor named before. */
function expanded(args: readonly KustoNode[], { operation, by }: Summary, before?: KustoNode): readonly Read[] {
  const read = readerOf(operation)
  const named = new Set([...by, ...(before === undefined ? [] : [before])].flatMap((node) => groupedName(node) ?? []))
  return args.flatMap((argument): readonly Read[] => {
    if (argument.kind !== 'StarExpression') return [(row) => read(argument, row)]
    return operation.input.columns.flatMap(({ name }, index) => (named.has(name) ? [] : [(row) => row[index] ?? null]))
  })
}

/** The column that is grouped by as it is, under whatever name; `bin(TimeGenerated, 1h)` groups by a value of its own. */
function groupedName(node: KustoNode): string | undefined {
  return itemName(node.kind === 'SimpleNamedExpression' ? part(node, 2) : node)
}
