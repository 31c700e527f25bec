/** Operators between two values. @source Kusto, "String operators", "Numerical operators", "Datetime / timespan arithmetic" */
import { NotEvaluated } from '../problem.ts'
import type { KustoNode } from '../tree.ts'
import { equal, order } from '../values/compare.ts'
import { isInstant, isSpan, toScalar } from '../values/kinds.ts'
import { compilePattern, searchable } from '../values/pattern.ts'
import { TEXT_TESTS, type TextTest, withoutCase } from '../values/text.ts'
import type { KustoValue } from '../values/value.ts'
import { toText } from './to-text.ts'

/** Two values and the operator between them. */
export interface Operands {
  readonly left: KustoValue
  readonly right: KustoValue
  readonly node: KustoNode
}

/** What an operator makes of two values. */
export type BinaryOperator = (operands: Operands) => KustoValue

/** Operators by syntax kind. */
export const COMPARISONS: Readonly<Record<string, BinaryOperator>> = {
  EqualExpression: ({ left, right }) => equal(left, right),
  NotEqualExpression: ({ left, right }) => opposite(equal(left, right)),
  LessThanExpression: ordered((sign) => sign < 0),
  LessThanOrEqualExpression: ordered((sign) => sign <= 0),
  GreaterThanExpression: ordered((sign) => sign > 0),
  GreaterThanOrEqualExpression: ordered((sign) => sign >= 0),
  EqualTildeExpression: text(withoutCase(TEXT_TESTS.equal)),
  BangTildeExpression: not(text(withoutCase(TEXT_TESTS.equal))),
  ...family('Has', TEXT_TESTS.has),
  ...family('HasPrefix', TEXT_TESTS.hasprefix),
  ...family('HasSuffix', TEXT_TESTS.hassuffix),
  ...family('Contains', TEXT_TESTS.contains),
  ...family('StartsWith', TEXT_TESTS.startswith),
  ...family('EndsWith', TEXT_TESTS.endswith),
  MatchesRegexExpression: ({ left, right, node }) =>
    compilePattern(toText(right, node), node).test(searchable(toText(left, node), node)),
  AddExpression: add,
  SubtractExpression: subtract,
  MultiplyExpression: multiply,
  DivideExpression: divide,
  ModuloExpression: numbers((left, right) => (right === 0 ? null : left % right)),
}

/** The four forms of a string operator: `has`, `has_cs`, `!has`, `!has_cs`. */
function family(name: string, test: TextTest): Readonly<Record<string, BinaryOperator>> {
  return {
    [`${name}Expression`]: text(withoutCase(test)),
    [`${name}CsExpression`]: text(test),
    [`Not${name}Expression`]: not(text(withoutCase(test))),
    [`Not${name}CsExpression`]: not(text(test)),
  }
}

function text(test: TextTest): BinaryOperator {
  return ({ left, right, node }) => test(toText(left, node), toText(right, node))
}

function not(operator: BinaryOperator): BinaryOperator {
  return (operands) => opposite(operator(operands))
}

/** The opposite of a truth; of null null. */
export function opposite(value: KustoValue): KustoValue {
  return typeof value === 'boolean' ? !value : null
}

function ordered(test: (sign: number) => boolean): BinaryOperator {
  return ({ left, right }) => {
    const sign = order(left, right)
    return sign === undefined ? null : test(sign)
  }
}

function numbers(calculate: (left: number, right: number) => number | null): BinaryOperator {
  return ({ left, right, node }) => {
    const a = toScalar(left)
    const b = toScalar(right)
    if (a === null || b === null) return null
    if (typeof a === 'number' && typeof b === 'number') return whole(calculate(a, b), node)
    throw new NotEvaluated('arithmetic between these types is not evaluated', node)
  }
}

/** Between whole numbers, arithmetic gives whole numbers. */
function whole(value: number | null, { type }: KustoNode): number | null {
  return value !== null && (type === 'long' || type === 'int') ? Math.trunc(value) : value
}

function add(operands: Operands): KustoValue {
  const { left, right } = operands
  if (isInstant(left) && isSpan(right)) return { kind: 'datetime', ms: left.ms + right.ms }
  if (isSpan(left) && isInstant(right)) return { kind: 'datetime', ms: left.ms + right.ms }
  if (isSpan(left) && isSpan(right)) return { kind: 'timespan', ms: left.ms + right.ms }
  return numbers((a, b) => a + b)(operands)
}

function subtract(operands: Operands): KustoValue {
  const { left, right } = operands
  if (isInstant(left) && isInstant(right)) return { kind: 'timespan', ms: left.ms - right.ms }
  if (isInstant(left) && isSpan(right)) return { kind: 'datetime', ms: left.ms - right.ms }
  if (isSpan(left) && isSpan(right)) return { kind: 'timespan', ms: left.ms - right.ms }
  return numbers((a, b) => a - b)(operands)
}

function multiply(operands: Operands): KustoValue {
  const { left, right } = operands
  if (isSpan(left) && typeof right === 'number') return { kind: 'timespan', ms: left.ms * right }
  if (typeof left === 'number' && isSpan(right)) return { kind: 'timespan', ms: left * right.ms }
  return numbers((a, b) => a * b)(operands)
}

function divide(operands: Operands): KustoValue {
  const { left, right } = operands
  if (isSpan(left) && isSpan(right)) return right.ms === 0 ? null : left.ms / right.ms
  if (isSpan(left) && typeof right === 'number') return { kind: 'timespan', ms: left.ms / right }
  return numbers((a, b) => (b === 0 ? null : a / b))(operands)
}
