/** What a function is handed. */
import { NotEvaluated } from '../problem.ts'
import { toText } from '../scalar/to-text.ts'
import type { KustoNode } from '../tree.ts'
import type { KustoValue } from '../values/value.ts'

/** A call with its arguments read. */
export interface Call {
  readonly args: readonly KustoValue[]
  readonly node: KustoNode
  /** The expressions of the arguments, for what depends on their types. */
  readonly parts: readonly KustoNode[]
  readonly nowMs: number
}

/** A function of values. */
export type ScalarFunction = (call: Call) => KustoValue

/** An argument as text; empty where it is absent or null. */
export function textArg({ args, node, parts }: Call, index: number): string {
  return toText(args[index] ?? null, parts[index] ?? node)
}

/** An argument as a whole number; absent: the fallback. */
export function wholeArg(call: Call, index: number, fallback: number): number {
  const value = call.args[index]
  if (value === undefined) return fallback
  if (typeof value === 'number') return Math.trunc(value)
  throw new NotEvaluated('a number is expected here', call.parts[index] ?? call.node)
}
