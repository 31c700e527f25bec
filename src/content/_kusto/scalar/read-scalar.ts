/** Expressions → values. What is not in the tables of this folder is a problem. */
import { NotEvaluated } from '../problem.ts'
import { itemsOf, type KustoNode } from '../tree.ts'
import { isDynamic, toDynamic } from '../values/kinds.ts'
import { readInstant, readLong, readReal, readSpan } from '../values/literals.ts'
import type { Json, KustoValue } from '../values/value.ts'
import { callFunction } from './call-function.ts'
import { COMPARISONS } from './comparisons.ts'
import { LOGIC } from './logic.ts'
import { fit, nameOf, part, type ScalarReader, type Scope } from './scope.ts'

/** The value of an expression for one row. Throws NotEvaluated for what is not known here. */
export function readScalar(node: KustoNode, scope: Scope): KustoValue {
  scope.query.spend(1, node)
  const binary = COMPARISONS[node.kind]
  if (binary !== undefined) {
    const left = readScalar(part(node, 0), scope)
    return binary({ left, right: readScalar(part(node, 2), scope), node })
  }
  const reader = READERS[node.kind] ?? LOGIC[node.kind]?.(readScalar)
  if (reader === undefined) throw new NotEvaluated(`${wordsOf(node.kind)} is not evaluated`, node)
  return reader(node, scope)
}

/** `HasPrefixExpression` → `has prefix`. */
function wordsOf(kind: string): string {
  return kind
    .replace(/Expression$/, '')
    .replace(/\B[A-Z]/g, ' $&')
    .toLowerCase()
}

const READERS: Readonly<Record<string, ScalarReader>> = {
  NameReference: readName,
  ParenthesizedExpression: (node, scope) => readScalar(part(node, 1), scope),
  StringLiteralExpression: ({ literal = '' }) => literal,
  CompoundStringLiteralExpression: ({ literal = '' }) => literal,
  GuidLiteralExpression: ({ text }) => inner(text),
  BooleanLiteralExpression: ({ text }) => (/null/.test(text) ? null : /true/i.test(text)),
  IntLiteralExpression: ({ text }) => readLong(inner(text)),
  LongLiteralExpression: ({ text }) => readLong(inner(text)),
  RealLiteralExpression: ({ text }) => readReal(inner(text)),
  DateTimeLiteralExpression: ({ text }, { query }) =>
    inner(text) === '' ? { kind: 'datetime', ms: query.nowMs } : readInstant(inner(text)),
  TimespanLiteralExpression: ({ text }) => readSpan(inner(text)),
  DynamicExpression: (node) => toDynamic(readJson(part(node, 2))),
  UnaryMinusExpression: readMinus,
  UnaryPlusExpression: (node, scope) => readScalar(part(node, 1), scope),
  PathExpression: (node, scope) => step(readScalar(part(node, 0), scope), nameOf(part(node, 2))),
  ElementExpression: readElement,
  SimpleNamedExpression: (node, scope) => readScalar(part(node, 2), scope),
  FunctionCallExpression: (node, scope) => callFunction(node, scope, readScalar),
  ToScalarExpression: readToScalar,
}

/** `datetime(2026-11-14)` → `2026-11-14`; a bare literal is itself. */
function inner(text: string): string {
  const [, inside] = /^[a-z]+\s*\(\s*(.*?)\s*\)$/is.exec(text) ?? []
  return (inside ?? text).replace(/^(['"])(.*)\1$/s, '$2')
}

function readName(node: KustoNode, { positions, row, query }: Scope): KustoValue {
  const name = nameOf(node)
  const position = positions.get(name)
  return position === undefined ? query.scalar(name, node) : (row[position] ?? null)
}

function readMinus(node: KustoNode, scope: Scope): KustoValue {
  const value = readScalar(part(node, 1), scope)
  if (typeof value === 'number') return -value
  if (value === null) return null
  throw new NotEvaluated('minus is evaluated of numbers only', node)
}

function readElement(node: KustoNode, scope: Scope): KustoValue {
  const index = readScalar(part(part(node, 1), 1), scope)
  const key = typeof index === 'number' || typeof index === 'string' ? index : ''
  return step(readScalar(part(node, 0), scope), key)
}

/** One step into a dynamic value; a negative index counts from the end. Anything that is not there is null. */
function step(value: KustoValue, key: string | number): KustoValue {
  if (!isDynamic(value) || typeof value.json !== 'object') return null
  const { json } = value
  if (isList(json)) return toDynamic(typeof key === 'number' ? json.at(key) : undefined)
  return typeof key === 'string' && Object.hasOwn(json, key) ? toDynamic(json[key]) : null
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json)
}

/** Literals of JSON within `dynamic(…)`. */
function readJson(node: KustoNode): Json {
  if (node.kind === 'JsonArrayExpression') return itemsOf(node).map(readJson)
  if (node.kind === 'JsonObjectExpression') {
    return Object.fromEntries(itemsOf(node).map((pair) => [part(pair, 0).literal ?? '', readJson(part(pair, 2))]))
  }
  if (node.literal !== undefined) return node.literal
  if (/^null$/i.test(node.text)) return null
  const number = readReal(node.text)
  if (number !== null) return number
  if (/^(true|false)$/i.test(node.text)) return node.text.toLowerCase() === 'true'
  throw new NotEvaluated(`${node.text.slice(0, 40)} in a dynamic literal is not evaluated`, node)
}

function readToScalar(node: KustoNode, { query }: Scope): KustoValue {
  const tabular = node.children.find((child) => child?.kind === 'ParenthesizedExpression') ?? node.children.at(-2)
  if (tabular === undefined) throw new NotEvaluated('toscalar without a query is not evaluated', node)
  const { rows, columns } = query.relation(tabular)
  return fit(rows[0]?.[0] ?? null, columns[0]?.type ?? 'unknown')
}
