/** Order and equality. @source Kusto, "Null values": predicates on null values */
import { isInstant, isSpan, toScalar } from './kinds.ts'
import type { KustoValue } from './value.ts'

/** A key that is equal for equal values: what rows are grouped and joined by. */
export function keyOf(value: KustoValue): string {
  const scalar = toScalar(value)
  if (isInstant(scalar)) return `t${scalar.ms}`
  if (isSpan(scalar)) return `d${scalar.ms}`
  return scalar !== null && typeof scalar === 'object' ? JSON.stringify(scalar.json) : JSON.stringify(scalar)
}

/** Negative, zero or positive; undefined where two values have no order (null, or of different kinds). */
export function order(left: KustoValue, right: KustoValue): number | undefined {
  const a = comparable(left)
  const b = comparable(right)
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : Number(a > b)
  return undefined
}

function comparable(value: KustoValue): number | string | undefined {
  const scalar = toScalar(value)
  if (isInstant(scalar) || isSpan(scalar)) return scalar.ms
  if (typeof scalar === 'boolean') return Number(scalar)
  return typeof scalar === 'number' || typeof scalar === 'string' ? scalar : undefined
}

/** Whether two values are equal: null where both are null, false where one is. */
export function equal(left: KustoValue, right: KustoValue): boolean | null {
  const a = toScalar(left)
  const b = toScalar(right)
  if (a === null && b === null) return null
  if (a === null || b === null) return false
  return keyOf(a) === keyOf(b)
}
