/** Operators that bring two or more tables together. @source Kusto, "union operator", "join operator", "lookup operator" */
import { NotEvaluated } from '../problem.ts'
import { type KustoRelation, nameOf, part } from '../scalar/scope.ts'
import { childOf, itemsOf, type KustoNode } from '../tree.ts'
import { keyOf } from '../values/compare.ts'
import { toScalar } from '../values/kinds.ts'
import { emptyOf } from '../values/literals.ts'
import type { KustoRow, KustoValue } from '../values/value.ts'
import { type Operation, parameterOf, positionOf, relationOf, type TabularOperator } from './operator.ts'

/** By syntax kind. */
export const COMBINING_OPERATORS: Readonly<Record<string, TabularOperator>> = {
  UnionOperator: (operation) => union(operation, [operation.input]),
  JoinOperator: join,
  LookupOperator: join,
}

/** A union that stands first and has no input. */
export function unionOf(operation: Operation): KustoRelation {
  return union(operation, [])
}

/** Columns meet by name; of one name and several types, each type has a column `name_type`. A missing cell is empty. */
function union({ node, columns, query }: Operation, before: readonly KustoRelation[]): KustoRelation {
  const kind = parameterOf(node, 'kind') ?? 'outer'
  const withSource = parameterOf(node, 'withsource')
  if (kind !== 'outer') throw new NotEvaluated(`union kind=${kind} is not evaluated`, node)
  const members = itemsOf(node.children.findLast((child) => child?.kind === 'List'))
  if (withSource !== undefined && before.length > 0)
    throw new NotEvaluated('withsource behind a pipe is not evaluated', node)
  const relations = [
    ...before.map((relation) => ({ relation, source: '' })),
    ...members.filter(exists).map((member, index) => ({
      relation: query.relation(member),
      source: member.kind === 'NameReference' ? nameOf(member) : `union_arg${index}`,
    })),
  ]
  const rows = relations.flatMap(({ relation, source }) => {
    const cells = columns.map((column) => {
      const at = relation.columns.findIndex(
        ({ name, type }) => type === column.type && (name === column.name || `${name}_${type}` === column.name),
      )
      return { at, empty: column.name === withSource ? source : emptyOf(column.type) }
    })
    query.spend(relation.rows.length, node)
    return relation.rows.map((row) => cells.map(({ at, empty }) => row[at] ?? empty))
  })
  return { columns, rows }
}

/** In a fuzzy union the binder lets names pass that are no table: what is piped from them gives nothing. */
function exists(member: KustoNode): boolean {
  if (member.kind === 'NameReference') return (member.columns?.length ?? 0) > 0
  const inner = { ParenthesizedExpression: 1, PipeExpression: 0 }[member.kind]
  return inner === undefined || exists(part(member, inner))
}

interface Sides {
  readonly left: KustoRelation
  readonly right: KustoRelation
  /** Positions that have to be equal. */
  readonly keys: readonly (readonly [number, number])[]
  /** Counts pairs before they are made. */
  spend(pairs: number): void
}

type JoinKind = (sides: Sides) => readonly KustoRow[]

const JOIN_KINDS: Readonly<Record<string, JoinKind>> = {
  inner: (sides) => matched(sides).flatMap(({ row, matches }) => matches.map((other) => [...row, ...other])),
  innerunique: (sides) =>
    matched({ ...sides, left: { ...sides.left, rows: firstOfKey(sides) } }).flatMap(({ row, matches }) =>
      matches.map((other) => [...row, ...other]),
    ),
  leftouter: (sides) =>
    matched(sides).flatMap(({ row, matches }) =>
      (matches.length === 0 ? [emptyRow(sides.right)] : matches).map((other) => [...row, ...other]),
    ),
  leftsemi: (sides) => matched(sides).flatMap(({ row, matches }) => (matches.length > 0 ? [row] : [])),
  leftanti: (sides) => matched(sides).flatMap(({ row, matches }) => (matches.length === 0 ? [row] : [])),
}
const JOIN_ALIASES: Readonly<Record<string, string>> = { anti: 'leftanti', leftantisemi: 'leftanti' }

function join(operation: Operation): KustoRelation {
  const { node, input, query } = operation
  const isLookup = node.kind === 'LookupOperator'
  const kind = parameterOf(node, 'kind') ?? (isLookup ? 'leftouter' : 'innerunique')
  const rowsOf = JOIN_KINDS[JOIN_ALIASES[kind] ?? kind]
  if (rowsOf === undefined) throw new NotEvaluated(`join kind=${kind.slice(0, 40)} is not evaluated`, node)
  const clause = childOf(node, 'JoinOnClause')
  const source = node.children[(node.children.indexOf(clause) || node.children.length) - 1]
  if (clause === undefined || source === undefined) throw new NotEvaluated('join without on is not evaluated', node)
  const right = query.relation(source)
  const keys = itemsOf(clause).map((condition) => keyPositions(condition, input, right))
  query.spend(input.rows.length + right.rows.length, node)
  const rows = rowsOf({ left: input, right, keys, spend: (pairs) => query.spend(pairs, node) })
  return relationOf(operation, isLookup ? rows.map((row) => withoutKeys(row, input, keys)) : rows)
}

/** A lookup leaves the keys of the right side out. */
function withoutKeys(row: KustoRow, left: KustoRelation, keys: Sides['keys']): KustoRow {
  const gone = new Set(keys.map(([, right]) => left.columns.length + right))
  return row.filter((_, index) => !gone.has(index))
}

function keyPositions(condition: KustoNode, left: KustoRelation, right: KustoRelation): readonly [number, number] {
  if (condition.kind === 'NameReference') {
    const name = nameOf(condition)
    return [positionOf(name, left, condition), positionOf(name, right, condition)]
  }
  if (condition.kind !== 'EqualExpression')
    throw new NotEvaluated('this condition of a join is not evaluated', condition)
  const sides = new Map([part(condition, 0), part(condition, 2)].map((side) => [side.children[0]?.text, side]))
  const [leftSide, rightSide] = [sides.get('$left'), sides.get('$right')]
  if (leftSide === undefined || rightSide === undefined)
    throw new NotEvaluated('a join condition names $left and $right', condition)
  return [
    positionOf(nameOf(part(leftSide, 2)), left, condition),
    positionOf(nameOf(part(rightSide, 2)), right, condition),
  ]
}

interface Match {
  readonly row: KustoRow
  readonly matches: readonly KustoRow[]
}

function matched({ left, right, keys, spend }: Sides): readonly Match[] {
  const byKey = new Map<string, KustoRow[]>()
  for (const row of right.rows) {
    const key = joinKey(keys.map(([, position]) => row[position] ?? null))
    if (key === undefined) continue
    const group = byKey.get(key) ?? []
    group.push(row)
    byKey.set(key, group)
  }
  return left.rows.map((row) => {
    const key = joinKey(keys.map(([position]) => row[position] ?? null))
    const matches = (key === undefined ? undefined : byKey.get(key)) ?? []
    spend(matches.length)
    return { row, matches }
  })
}

/** Null equals nothing, null neither. */
function joinKey(values: readonly KustoValue[]): string | undefined {
  return values.some((value) => toScalar(value) === null) ? undefined : values.map(keyOf).join('\u0000')
}

function firstOfKey({ left, keys }: Sides): readonly KustoRow[] {
  const seen = new Set<string>()
  return left.rows.filter((row) => {
    const key = keys.map(([position]) => keyOf(row[position] ?? null)).join('\u0000')
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function emptyRow({ columns }: KustoRelation): KustoRow {
  return columns.map(({ type }) => emptyOf(type))
}
