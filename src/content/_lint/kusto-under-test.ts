/** A KQL query as a rule under test. */
import type { LogRecord } from '../../facts/log-content/log-record.ts'
import type { LogSource } from '../../facts/log-content/log-source.ts'
import { type Instant, shiftInstant } from '../../kit/instant.ts'
import { evaluateKusto } from '../_kusto/evaluate.ts'
import { findDeadColumns, type ParsedKusto, parseKusto, positionIn } from '../_kusto/parse.ts'
import type { JsonRow } from '../_kusto/run-query.ts'
import type { KustoSchema } from '../_kusto/schema.ts'
import { type KustoNode, nodesOf } from '../_kusto/tree.ts'
import type { LintProblem, RuleLiteral, RuleUnderTest } from './rule-under-test.ts'

/** A query with its name. */
export interface KustoText {
  readonly path: string
  readonly title: string
  readonly text: string
}

/** The tables of a workspace, and the rows that connectors make of a record. */
export interface KustoWorkspace {
  readonly schema: KustoSchema
  toRows(record: LogRecord): readonly { readonly table: string; readonly row: JsonRow }[]
}

/** Records without a time are taken for ones of this moment. */
const UNDATED: Instant = '2026-11-14T03:00:00.000Z'
/** Rules run soon after a record has come in. */
const DELAY_MS = 10 * 60 * 1000

/** Reads a query. Never throws; what cannot be read is a fault of the rule. */
export function kustoUnderTest({ path, title, text }: KustoText, workspace: KustoWorkspace): RuleUnderTest {
  const query = parseKusto(text, workspace.schema)
  const tables = new Set(tablesIn(query.tree, query, lets(query)))
  return {
    path,
    title,
    language: 'KQL',
    reads: (source) => lands(source, tables),
    literals: literalsOf(query),
    faults: [...diagnosticsOf(query), ...deadColumnsOf(query)],
    asksApprovals: [...nodesOf(query.tree)].some((node) => node.text.startsWith('_GetWatchlist')),
    hits: (records) => countResults(query, records, workspace),
  }
}

function lands({ sentinel }: LogSource, tables: ReadonlySet<string>): boolean {
  return 'tables' in sentinel && sentinel.tables.some((table) => tables.has(table))
}

/** A name that is not there makes everything around it wrong too: that is told once. */
function diagnosticsOf({ diagnostics }: ParsedKusto): readonly LintProblem[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const unknown = errors.filter(({ message }) => /does not refer to/.test(message))
  const others = errors.filter((one) => !unknown.some(({ line, column }) => line === one.line && column === one.column))
  return [
    ...unknown.map(({ line, column, message }) => ({ code: 'unknown-name' as const, line, column, message })),
    ...others.map(({ line, column, message }) => ({ code: 'unreadable' as const, line, column, message })),
  ]
}

function deadColumnsOf(query: ParsedKusto): readonly LintProblem[] {
  return findDeadColumns(query).map(({ line, column, table, name, because }) => ({
    code: 'dead-column',
    line,
    column,
    message: `${table}.${name} holds nothing: ${because}.`,
  }))
}

function countResults(
  query: ParsedKusto,
  records: readonly LogRecord[],
  { toRows }: KustoWorkspace,
): number | undefined {
  const tables: Record<string, JsonRow[]> = {}
  for (const { table, row } of records.flatMap((record) => toRows(record))) {
    tables[table] ??= []
    tables[table].push(row)
  }
  const latest = records
    .map(({ at }) => at ?? UNDATED)
    .sort()
    .at(-1)
  const answer = evaluateKusto(query, { now: shiftInstant(latest ?? UNDATED, DELAY_MS), tables })
  return 'problem' in answer ? undefined : answer.rows.length
}

/** `let` names → what they stand for. */
function lets(query: ParsedKusto): ReadonlyMap<string, KustoNode> {
  const statements = [...nodesOf(query.tree)].filter(({ kind }) => kind === 'LetStatement')
  return new Map(
    statements.flatMap(({ children: [, name, , value] }) =>
      name === undefined || value === undefined ? [] : [[name.text, value] as const],
    ),
  )
}

/** Tables that a part of the query reads, by way of its lets too. */
function tablesIn(node: KustoNode, query: ParsedKusto, named: ReadonlyMap<string, KustoNode>): readonly string[] {
  const known = new Set(query.schema.tables.map(({ name }) => name))
  const open = [node]
  const seen = new Set<string>()
  const found = new Set<string>()
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const { kind, text } of nodesOf(next)) {
      if (kind !== 'NameReference' || seen.has(text)) continue
      seen.add(text)
      const value = named.get(text)
      if (value !== undefined) open.push(value)
      else if (known.has(text)) found.add(text)
    }
  }
  return [...found]
}

/** Every text of the query with the tables of the smallest part around it that reads any. */
function literalsOf(query: ParsedKusto): readonly RuleLiteral[] {
  const named = lets(query)
  const walk = (node: KustoNode, tables: readonly string[]): readonly RuleLiteral[] => {
    const own = node.literal === undefined ? [] : [toLiteral(query, node, tables)]
    return [
      ...own,
      ...node.children.flatMap((child) => {
        if (child === undefined) return []
        const closer = tablesIn(child, query, named)
        return walk(child, closer.length > 0 ? closer : tables)
      }),
    ]
  }
  return walk(query.tree, tablesIn(query.tree, query, named))
}

function toLiteral(query: ParsedKusto, { literal = '', start }: KustoNode, tables: readonly string[]): RuleLiteral {
  const there = new Set(tables)
  return {
    text: literal,
    ...positionIn(query.text, start),
    where: tables.join(', ') || 'no table',
    canMeet: (source) => lands(source, there),
  }
}
