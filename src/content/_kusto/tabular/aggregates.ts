/** Aggregation functions of one value. @source Kusto, "Aggregation functions" */

import { unique } from '../functions/dynamic-functions.ts'
import { NotEvaluated } from '../problem.ts'
import type { KustoNode } from '../tree.ts'
import { keyOf, order } from '../values/compare.ts'
import { isInstant, isSpan, toDynamic, toScalar } from '../values/kinds.ts'
import type { Json, KustoRow, KustoValue } from '../values/value.ts'
import { toJson } from '../values/write.ts'

/** What an aggregation looks at. `values(i)` reads its argument i for every row of the group. */
export interface Group {
  readonly rows: readonly KustoRow[]
  readonly node: KustoNode
  values(argument: number): readonly KustoValue[]
}

/** Aggregations that give one column. The size that sets and lists are cut at by default is far above our rows. */
export const AGGREGATES: Readonly<Record<string, (group: Group) => KustoValue>> = {
  count: ({ rows }) => rows.length,
  countif: ({ values }) => values(0).filter((truth) => truth === true).length,
  dcount: ({ values }) => new Set(present(values(0)).map(keyOf)).size,
  min: ({ values }) => extreme(values(0), -1),
  max: ({ values }) => extreme(values(0), 1),
  sum: ({ values, node }) => present(values(0)).reduce<number>((sum, value) => sum + numberOf(value, node), 0),
  avg: ({ values, node }) => {
    const numbers = present(values(0)).map((value) => numberOf(value, node))
    return numbers.length === 0 ? null : numbers.reduce((sum, value) => sum + value, 0) / numbers.length
  },
  make_set: (group) => toDynamic(cut(unique(listed(group)), group)),
  make_list: (group) => toDynamic(cut(listed(group), group)),
  any: firstOf,
  take_any: firstOf,
}

function firstOf({ values }: Group): KustoValue {
  return values(0).find((value) => value !== null) ?? null
}

function present(values: readonly KustoValue[]): readonly KustoValue[] {
  return values.filter((value) => toScalar(value) !== null)
}

function listed({ values }: Group): readonly Json[] {
  return present(values(0)).map(toJson)
}

/** The second argument of make_set and make_list: how many at most. */
function cut(list: readonly Json[], { values }: Group): readonly Json[] {
  const [most] = values(1)
  return typeof most === 'number' ? list.slice(0, most) : list
}

function numberOf(value: KustoValue, node: KustoNode): number {
  const scalar = toScalar(value)
  if (typeof scalar === 'number') return scalar
  throw new NotEvaluated('a sum of these values is not evaluated', node)
}

function extreme(values: readonly KustoValue[], sign: number): KustoValue {
  const at = extremeAt(values, sign)
  const value = at === undefined ? null : (values[at] ?? null)
  return isInstant(value) || isSpan(value) ? value : toScalar(value)
}

/** Where the largest (1) or smallest (-1) value stands; the first of equals, undefined where all are null. */
export function extremeAt(values: readonly KustoValue[], sign: number): number | undefined {
  let best: number | undefined
  for (const [at, value] of values.entries()) {
    if (toScalar(value) === null) continue
    if (best === undefined || sign * (order(value, values[best] ?? null) ?? 0) > 0) best = at
  }
  return best
}
