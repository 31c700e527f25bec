/** Calls of functions. */
import type { ScalarFunction } from '../functions/call.ts'
import { CONVERT_FUNCTIONS } from '../functions/convert-functions.ts'
import { DYNAMIC_FUNCTIONS } from '../functions/dynamic-functions.ts'
import { TEXT_FUNCTIONS } from '../functions/text-functions.ts'
import { TIME_FUNCTIONS } from '../functions/time-functions.ts'
import { NotEvaluated } from '../problem.ts'
import { childOf, itemsOf, type KustoNode } from '../tree.ts'
import { isDynamic } from '../values/kinds.ts'
import type { KustoValue } from '../values/value.ts'
import { opposite } from './comparisons.ts'
import { fit, nameOf, part, type ScalarReader, type Scope } from './scope.ts'

const FUNCTIONS: ReadonlyMap<string, ScalarFunction> = new Map(
  Object.entries({ ...TEXT_FUNCTIONS, ...CONVERT_FUNCTIONS, ...DYNAMIC_FUNCTIONS, ...TIME_FUNCTIONS }),
)

/** Functions that read no more of their arguments than they need. */
const LAZY: Readonly<
  Record<string, (parts: readonly KustoNode[], read: (node: KustoNode) => KustoValue) => KustoValue>
> = {
  not: ([truth], read) => opposite(truth === undefined ? null : read(truth)),
  iff: choose,
  iif: choose,
  case: choose,
  coalesce: (parts, read) => {
    for (const candidate of parts) {
      const value = read(candidate)
      if (value !== null && !(value === '' && candidate.type === 'string')) return value
    }
    return null
  },
}

/** `iff(test, then, else)`, and `case` with any number of tests before the `else`. */
function choose(parts: readonly KustoNode[], read: (node: KustoNode) => KustoValue): KustoValue {
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [test, then] = parts.slice(at, at + 2)
    if (test !== undefined && then !== undefined && read(test) === true) return read(then)
  }
  const otherwise = parts.at(-1)
  return otherwise === undefined ? null : read(otherwise)
}

/** The value of a call; what is not known here is a problem. */
export function callFunction(node: KustoNode, scope: Scope, read: ScalarReader): KustoValue {
  const name = nameOf(part(node, 0))
  const parts = itemsOf(childOf(node, 'ExpressionList'))
  const readPart = (expression: KustoNode): KustoValue => read(expression, scope)
  const lazy = Object.hasOwn(LAZY, name) ? LAZY[name] : undefined
  if (lazy !== undefined) return typed(lazy(parts, readPart), node)
  const known = FUNCTIONS.get(name)
  if (known === undefined) throw new NotEvaluated(`function ${name.slice(0, 60)} is not evaluated`, node)
  return typed(known({ args: parts.map(readPart), node, parts, nowMs: scope.query.nowMs }), node)
}

/** Numbers out of dynamic values stay dynamic until something converts them; texts are never null. */
function typed(value: KustoValue, { type = 'unknown' }: KustoNode): KustoValue {
  return value === null || isDynamic(value) || type === 'dynamic' ? fit(value, type) : value
}
