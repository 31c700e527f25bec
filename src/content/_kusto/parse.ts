/** A query as text → its tree, its result's columns, and what the language service says against it. */
import { bindSchema } from './globals.ts'
import { listOf, loadLanguageService } from './language-service.ts'
import type { KustoSchema } from './schema.ts'
import { columnsOf, type KustoNode, nodesOf, type ResultColumn, toTree } from './tree.ts'

/** A line and column of a query, from 1. */
export interface QueryPosition {
  readonly line: number
  readonly column: number
}

/** `{ severity: 'error', line: 3, column: 9, message: "The name 'Foo' does not refer to …" }` */
export interface KustoDiagnostic extends QueryPosition {
  readonly severity: 'error' | 'warning'
  readonly message: string
}

/** A query that was parsed and bound. It may be evaluated where no diagnostic is an error. */
export interface ParsedKusto {
  readonly text: string
  readonly diagnostics: readonly KustoDiagnostic[]
  readonly tree: KustoNode
  /** Columns of its result; none where it gives no table. */
  readonly columns: readonly ResultColumn[]
  readonly schema: KustoSchema
}

/** A column that is declared and never holds anything, where a query names it. */
export interface DeadColumn extends QueryPosition {
  readonly table: string
  readonly name: string
  readonly because: string
}

/** Longer queries are not read; the largest rule in public collections has some 20,000 characters. */
const MOST_CHARACTERS = 100_000
/** The parser takes milliseconds at this depth, and half a minute at a hundred times of it. */
const MOST_DEPTH = 200

/** Parses a query and binds its names to the declared tables. Never throws, whatever the text. */
export function parseKusto(text: string, schema: KustoSchema): ParsedKusto {
  const failed = (message: string): ParsedKusto => ({
    text,
    diagnostics: [{ severity: 'error', line: 1, column: 1, message }],
    tree: { kind: 'QueryBlock', text: '', start: 0, children: [] },
    columns: [],
    schema,
  })
  if (text.length > MOST_CHARACTERS)
    return failed(`The query has ${text.length} characters; at most ${MOST_CHARACTERS} are read.`)
  if (depthOf(text) > MOST_DEPTH) return failed(`The query is nested more than ${MOST_DEPTH} deep.`)
  try {
    return parse(text, schema)
  } catch {
    return failed('The language service gave up on the query.')
  }
}

/** How deep brackets are nested at most; those in strings and comments count too, for a bound need not be exact. */
function depthOf(text: string): number {
  let depth = 0
  let most = 0
  for (const letter of text) {
    if ('([{'.includes(letter)) depth += 1
    else if (')]}'.includes(letter) && depth > 0) depth -= 1
    most = Math.max(most, depth)
  }
  return most
}

function parse(text: string, schema: KustoSchema): ParsedKusto {
  const bound = bindSchema(schema)
  const code = loadLanguageService().KustoCode.ParseAndAnalyze(text, bound.globals)
  const diagnostics = listOf(code.GetDiagnostics()).map(({ Severity, Message, Start }) => ({
    severity: Severity === 'Error' ? ('error' as const) : ('warning' as const),
    ...positionIn(text, Start),
    message: Message,
  }))
  const columns = code.ResultType === null ? [] : columnsOf(code.ResultType)
  return { text, diagnostics, tree: toTree(code.Syntax, text, bound), columns, schema }
}

/** Where a query names columns that hold nothing. A column that a union makes of living and dead ones lives. */
export function findDeadColumns(query: ParsedKusto): readonly DeadColumn[] {
  return [...nodesOf(query.tree)].flatMap(({ kind, start, declaredBy = [] }) => {
    const [first] = declaredBy
    if (kind !== 'NameReference' || first?.column.neverPopulated === undefined) return []
    if (!declaredBy.every(({ column }) => column.neverPopulated !== undefined)) return []
    const { table, column } = first
    return [{ ...positionIn(query.text, start), table, name: column.name, because: first.column.neverPopulated }]
  })
}

/** Offset → line and column. `positionIn('a\nbc', 3)` is `{ line: 2, column: 2 }`. */
export function positionIn(text: string, offset: number): QueryPosition {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}
