/** Values as text, as tostring and the string operators take them. */
import { NotEvaluated } from '../problem.ts'
import type { KustoNode } from '../tree.ts'
import { isDynamic, isInstant, isSpan } from '../values/kinds.ts'
import type { KustoValue } from '../values/value.ts'
import { writeInstant, writeSpan } from '../values/write.ts'

/**
 * A value as text: null is empty, bags and arrays are JSON. A bool outside of dynamic is not evaluated: engines differ in how they write it.
 */
export function toText(value: KustoValue, at: KustoNode): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (isInstant(value)) return writeInstant(value)
  if (isSpan(value)) return writeSpan(value)
  if (isDynamic(value)) return typeof value.json === 'string' ? value.json : JSON.stringify(value.json)
  if (typeof value === 'boolean') throw new NotEvaluated('a bool as text is not evaluated', at)
  return at.type === 'real' && Number.isInteger(value) ? value.toFixed(1) : String(value)
}
