/** Tabular expressions → relations. */
import { NotEvaluated } from '../problem.ts'
import { readScalar } from '../scalar/read-scalar.ts'
import { fit, type KustoRelation, nameOf, part, type QueryScope } from '../scalar/scope.ts'
import { childOf, itemsOf, type KustoNode, type ResultColumn } from '../tree.ts'
import type { KustoValue } from '../values/value.ts'
import { COLUMN_OPERATORS } from './columns.ts'
import { COMBINING_OPERATORS, unionOf } from './combine.ts'
import { itemName, type Operation, relationOf, type TabularOperator } from './operator.ts'
import { ROW_OPERATORS } from './rows.ts'
import { summarize } from './summarize.ts'

const OPERATORS: Readonly<Record<string, TabularOperator>> = {
  ...COLUMN_OPERATORS,
  ...ROW_OPERATORS,
  ...COMBINING_OPERATORS,
  SummarizeOperator: summarize,
}

/** Where tables, watchlists and tabular lets come from. */
export interface RelationScope extends QueryScope {
  named(name: string, at: KustoNode): KustoRelation
  watchlist(alias: string): KustoRelation
}

const NOTHING: KustoRelation = { columns: [], rows: [] }

/** The rows of a tabular expression. Throws NotEvaluated for what is not known here. */
export function evaluateRelation(node: KustoNode, scope: RelationScope): KustoRelation {
  scope.spend(1, node)
  if (node.kind === 'PipeExpression') return piped(node, scope)
  const reader = Object.hasOwn(READERS, node.kind) ? READERS[node.kind] : undefined
  if (reader === undefined) throw new NotEvaluated(`${wordsOf(node)} is not evaluated`, node)
  return reader(node, scope)
}

const READERS: Readonly<Record<string, (node: KustoNode, scope: RelationScope) => KustoRelation>> = {
  NameReference: (node, scope) => scope.named(nameOf(node), node),
  ParenthesizedExpression: (node, scope) => evaluateRelation(part(node, 1), scope),
  MaterializeExpression: (node, scope) => evaluateRelation(innerOf(node), scope),
  FunctionCallExpression: callTable,
  UnionOperator: (node, query) => unionOf({ node, input: NOTHING, columns: columnsOf(node), query }),
  DataTableExpression: dataTable,
  PrintOperator: print,
}

/** A chain of pipes, from its first expression on; a loop, for chains may be long. */
function piped(node: KustoNode, scope: RelationScope): KustoRelation {
  const pipes: KustoNode[] = []
  let first = node
  while (first.kind === 'PipeExpression') {
    pipes.unshift(first)
    first = part(first, 0)
  }
  return pipes.reduce((input, pipe) => apply({ pipe, input, query: scope }), evaluateRelation(first, scope))
}

interface Step extends Pick<Operation, 'input' | 'query'> {
  readonly pipe: KustoNode
}

function apply({ pipe, input, query }: Step): KustoRelation {
  const node = part(pipe, 2)
  const operator = OPERATORS[node.kind]
  if (operator === undefined) throw new NotEvaluated(`${wordsOf(node)} is not evaluated`, node)
  query.spend(input.rows.length, node)
  return operator({ node, input, columns: columnsOf(node.columns === undefined ? pipe : node), query })
}

function wordsOf({ kind, text }: KustoNode): string {
  return kind.endsWith('Operator') ? `operator ${text.split(/\s/, 1)[0]}` : `${kind} as a table`
}

function columnsOf(node: KustoNode): readonly ResultColumn[] {
  if (node.columns === undefined) throw new NotEvaluated('the columns of this expression are not known', node)
  return node.columns
}

function innerOf(node: KustoNode): KustoNode {
  const inner = childOf(node, 'ParenthesizedExpression', 'PipeExpression', 'NameReference')
  if (inner === undefined) throw new NotEvaluated(`this form of ${node.kind} is not evaluated`, node)
  return inner
}

function callTable(node: KustoNode, scope: RelationScope): KustoRelation {
  const name = nameOf(part(node, 0))
  const args = itemsOf(childOf(node, 'ExpressionList'))
  const [first] = args
  if (first !== undefined && (name === 'materialize' || name === 'view')) return evaluateRelation(first, scope)
  if (name !== '_GetWatchlist' || first === undefined)
    throw new NotEvaluated(`function ${name.slice(0, 60)} is not evaluated`, node)
  const alias = readScalar(first, { positions: new Map(), row: [], query: scope })
  return scope.watchlist(String(alias))
}

function dataTable(node: KustoNode, query: RelationScope): KustoRelation {
  const columns = columnsOf(node)
  const cells = itemsOf(node.children.findLast((child) => child?.kind === 'List')).map((cell) =>
    readScalar(cell, { positions: new Map(), row: [], query }),
  )
  const rows = Array.from({ length: Math.ceil(cells.length / columns.length) }, (_, index): readonly KustoValue[] =>
    cells.slice(index * columns.length, (index + 1) * columns.length),
  )
  return relationOf({ columns, node }, rows)
}

function print(node: KustoNode, query: RelationScope): KustoRelation {
  const items = itemsOf(node.children.findLast((child) => child?.kind === 'List'))
  const columns = columnsOf(node)
  const row = items.map((item) => {
    const value = readScalar(item, { positions: new Map(), row: [], query })
    const column = columns.find(({ name }) => name === itemName(item))
    return fit(value, column?.type ?? 'unknown')
  })
  return relationOf({ columns, node }, [row])
}
