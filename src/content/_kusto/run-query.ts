/** One run of one query: its lets, tables and watchlists, each made when it is first asked for, within a bounded number of steps. */
import { type Instant, toEpochMs } from '../../kit/instant.ts'
import type { ParsedKusto } from './parse.ts'
import { NotEvaluated } from './problem.ts'
import { readScalar } from './scalar/read-scalar.ts'
import { type KustoRelation, nameOf, part } from './scalar/scope.ts'
import { type KustoColumn, WATCHLIST_COLUMNS } from './schema.ts'
import { evaluateRelation, type RelationScope } from './tabular/evaluate-relation.ts'
import { itemsOf, type KustoNode } from './tree.ts'
import { readCell } from './values/literals.ts'
import type { KustoValue } from './values/value.ts'

/** Rows as JSON: `{ TimeGenerated: '2026-11-14T03:12:00Z', Caller: 'netops-3' }`. A column that a row has not is empty. */
export type JsonRow = Readonly<Record<string, unknown>>

/** What a query runs over. */
export interface KustoData {
  readonly now: Instant
  readonly tables: Readonly<Record<string, readonly JsonRow[]>>
  readonly watchlists?: Readonly<Record<string, readonly JsonRow[]>>
}

/** Expressions read and rows made, in all; a rule over a thousand records takes a hundredth of it. */
const MOST_STEPS = 2_000_000

/** The result of a query. Throws NotEvaluated. */
export function runQuery(query: ParsedKusto, data: KustoData): KustoRelation {
  const statements = itemsOf(query.tree.children.findLast((child) => child?.kind === 'List'))
  const lets = new Map<string, KustoNode>()
  const results: KustoNode[] = []
  for (const statement of statements) {
    if (statement.kind === 'LetStatement') lets.set(nameOf(part(statement, 1)), part(statement, 3))
    else if (statement.kind === 'ExpressionStatement') results.push(part(statement, 0))
    else throw new NotEvaluated(`${statement.kind} is not evaluated`, statement)
  }
  const [result] = results
  if (result === undefined || results.length > 1)
    throw new NotEvaluated('a query with one result is evaluated, not none and not several', query.tree)
  return evaluateRelation(result, scopeOf({ query, data, lets }))
}

interface Run {
  readonly query: ParsedKusto
  readonly data: KustoData
  readonly lets: ReadonlyMap<string, KustoNode>
}

function scopeOf(run: Run): RelationScope {
  const relations = new Map<string, KustoRelation>()
  const scalars = new Map<string, KustoValue>()
  let steps = 0
  const scope: RelationScope = {
    nowMs: toEpochMs(run.data.now),
    scalar: (name, at) => {
      const known =
        scalars.get(name) ?? readScalar(letOf(run, name, at), { positions: new Map(), row: [], query: scope })
      scalars.set(name, known)
      return known
    },
    relation: (node) => evaluateRelation(node, scope),
    named: (name, at) => {
      const known = relations.get(name) ?? tableOf(run, name) ?? evaluateRelation(letOf(run, name, at), scope)
      relations.set(name, known)
      return known
    },
    watchlist: (alias) => watchlistOf(run, alias),
    spend: (more, at) => {
      steps += more
      if (steps > MOST_STEPS)
        throw new NotEvaluated(`the query takes more than ${MOST_STEPS} steps`, at, { code: 'too-much-work' })
    },
  }
  return scope
}

function letOf({ lets }: Run, name: string, at: KustoNode): KustoNode {
  const node = lets.get(name)
  if (node === undefined) throw new NotEvaluated(`${name.slice(0, 60)} is not known`, at)
  return node
}

/** A let hides a table of its name. */
function tableOf({ query, data, lets }: Run, name: string): KustoRelation | undefined {
  const table = lets.has(name) ? undefined : query.schema.tables.find((candidate) => candidate.name === name)
  return table && relationOf(table.columns, Object.hasOwn(data.tables, name) ? data.tables[name] : [])
}

function watchlistOf({ query, data }: Run, alias: string): KustoRelation {
  const declared = query.schema.watchlists.find((watchlist) => watchlist.alias === alias)
  return relationOf([...WATCHLIST_COLUMNS, ...(declared?.columns ?? [])], data.watchlists?.[alias] ?? [])
}

function relationOf(columns: readonly KustoColumn[], rows: readonly JsonRow[] = []): KustoRelation {
  return { columns, rows: rows.map((row) => columns.map(({ name, type }) => readCell(row[name], type))) }
}
