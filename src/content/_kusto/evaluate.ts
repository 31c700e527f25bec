/**
 * Runs a query over rows: the part of Kusto that detection content uses, so that a rule can be tried where no workspace is. What is not
 * known here is a problem with its place; an answer is what the product would answer.
 */
import { type ParsedKusto, positionIn } from './parse.ts'
import { type KustoProblem, NotEvaluated } from './problem.ts'
import { type KustoData, runQuery } from './run-query.ts'
import type { KustoRelation } from './scalar/scope.ts'
import type { ResultColumn } from './tree.ts'
import type { Json } from './values/value.ts'
import { toJson } from './values/write.ts'

/** Rows by column name, or why there are none. */
export type KustoAnswer =
  | { readonly columns: readonly ResultColumn[]; readonly rows: readonly Readonly<Record<string, Json>>[] }
  | { readonly problem: KustoProblem }

/** Evaluates a query. Never throws, and ends within a bounded number of steps. */
export function evaluateKusto(query: ParsedKusto, data: KustoData): KustoAnswer {
  const error = query.diagnostics.find(({ severity }) => severity === 'error')
  if (error !== undefined) {
    const { message, line, column } = error
    return { problem: { code: 'query-has-errors', message, line, column } }
  }
  try {
    return toAnswer(runQuery(query, data))
  } catch (problem) {
    if (!(problem instanceof NotEvaluated)) throw problem
    return { problem: { code: problem.code, message: problem.message, ...positionIn(query.text, problem.start ?? 0) } }
  }
}

function toAnswer({ columns, rows }: KustoRelation): KustoAnswer {
  return {
    columns,
    rows: rows.map((row) => Object.fromEntries(columns.map(({ name }, index) => [name, toJson(row[index] ?? null)]))),
  }
}
