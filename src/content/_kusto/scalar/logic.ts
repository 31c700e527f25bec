/** Operators that need not look at all of their parts, or take a list. */
import type { KustoNode } from '../tree.ts'
import { itemsOf } from '../tree.ts'
import { equal, order } from '../values/compare.ts'
import { isDynamic, isInstant, isSpan, toDynamic } from '../values/kinds.ts'
import { TEXT_TESTS, withoutCase } from '../values/text.ts'
import type { KustoValue } from '../values/value.ts'
import { opposite } from './comparisons.ts'
import { part, type ScalarReader, type Scope } from './scope.ts'
import { toText } from './to-text.ts'

/** Makes a reader of an operator, given how its parts are read. */
type WithParts = (read: ScalarReader) => ScalarReader

/** Operators by syntax kind. */
export const LOGIC: Readonly<Record<string, WithParts>> = {
  AndExpression: (read) => joined(read, false),
  OrExpression: (read) => joined(read, true),
  InExpression: (read) => isIn(read, (value, item) => equal(value, item) === true),
  NotInExpression: (read) => negated(isIn(read, (value, item) => equal(value, item) === true)),
  InCsExpression: (read) => textIn(read),
  NotInCsExpression: (read) => negated(textIn(read)),
  HasAnyExpression: (read) => terms(read, 'some'),
  HasAllExpression: (read) => terms(read, 'every'),
  BetweenExpression: between,
  NotBetweenExpression: (read) => negated(between(read)),
}

/** `and` (decided by false) and `or` (decided by true); null where neither side decides and one is null. */
function joined(read: ScalarReader, deciding: boolean): ScalarReader {
  return (node, scope) => {
    const left = read(part(node, 0), scope)
    if (left === deciding) return deciding
    const right = read(part(node, 2), scope)
    if (right === deciding) return deciding
    return left === null || right === null ? null : !deciding
  }
}

function negated(reader: ScalarReader): ScalarReader {
  return (node, scope) => opposite(reader(node, scope))
}

type Fits = (value: KustoValue, item: KustoValue) => boolean

function isIn(read: ScalarReader, fits: Fits): ScalarReader {
  return (node, scope) => {
    const value = read(part(node, 0), scope)
    return listed(part(node, 2), scope, read).some((item) => fits(value, item))
  }
}

/** `in~`: texts without case. */
function textIn(read: ScalarReader): ScalarReader {
  const same = withoutCase(TEXT_TESTS.equal)
  return (node, scope) => isIn(read, (value, item) => same(toText(value, node), toText(item, node)))(node, scope)
}

function terms(read: ScalarReader, how: 'some' | 'every'): ScalarReader {
  const has = withoutCase(TEXT_TESTS.has)
  return (node, scope) => {
    const value = toText(read(part(node, 0), scope), node)
    return listed(part(node, 2), scope, read)[how]((item) => has(value, toText(item, node)))
  }
}

/** A list that an operator is given: literals, dynamic arrays, or the first column of a query. */
function listed(node: KustoNode, scope: Scope, read: ScalarReader): readonly KustoValue[] {
  return itemsOf(node).flatMap((item): readonly KustoValue[] => {
    if (isTabular(item)) return scope.query.relation(item).rows.map((row) => row[0] ?? null)
    const value = read(item, scope)
    return isDynamic(value) && Array.isArray(value.json) ? value.json.map(toDynamic) : [value]
  })
}

function isTabular(node: KustoNode): boolean {
  if (node.columns !== undefined || node.kind === 'PipeExpression') return true
  return node.kind === 'ParenthesizedExpression' && isTabular(part(node, 1))
}

/** `x between (a .. b)`, both ends included; b may be a length of time from a moment. */
function between(read: ScalarReader): ScalarReader {
  return (node, scope) => {
    const value = read(part(node, 0), scope)
    const ends = part(node, 2)
    const from = read(part(ends, 1), scope)
    const end = read(part(ends, 3), scope)
    const to: KustoValue = isInstant(from) && isSpan(end) ? { kind: 'datetime', ms: from.ms + end.ms } : end
    const low = order(value, from)
    const high = order(value, to)
    return low === undefined || high === undefined ? null : low >= 0 && high <= 0
  }
}
