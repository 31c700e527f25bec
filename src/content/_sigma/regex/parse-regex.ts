/**
 * Text of a regular expression → tree. Reads what PCRE, RE2 and JavaScript share; what only a backtracking engine can run
 * (look-around, back-references, possessive repetition) is a {@link RegexProblem}.
 */

import { negate, withBothCases } from './char-set.ts'
import { NEWLINE } from './char-sets.data.ts'
import { type Edge, type Expression, type RegexFlags, RegexProblem } from './expression.ts'
import { parseClass, parseEscapedSet } from './parse-class.ts'
import { Cursor } from './pattern-cursor.ts'

/** Real expressions are a few hundred characters long and nest a few groups. */
const MAX_LENGTH = 16_384
const MAX_DEPTH = 100

/** @source RE2 syntax, "Repetitions": at most 1000 */
const MAX_REPEAT = 1000

/**
 * Parses one expression: `parseRegex('^mon\\w*', { i: true })`.
 *
 * Throws {@link RegexProblem}.
 */
export function parseRegex(text: string, flags: RegexFlags = {}): Expression {
  if (text.length > MAX_LENGTH) throw new RegexProblem(`it is longer than ${MAX_LENGTH} characters`)
  const cursor = new Cursor(text)
  const expression = parseEither(cursor, { flags: { ...flags }, depth: 0 })
  if (!cursor.done) throw new RegexProblem(`")" at character ${cursor.at + 1} closes nothing`)
  return expression
}

/** Flags of the group that is being read; `(?i)` changes them for its rest. */
interface Scope {
  flags: RegexFlags
  readonly depth: number
}

function parseEither(cursor: Cursor, scope: Scope): Expression {
  const branches = [parseSequence(cursor, scope)]
  while (cursor.take('|')) branches.push(parseSequence(cursor, scope))
  const [only] = branches
  return branches.length === 1 && only !== undefined ? only : { kind: 'either', of: branches }
}

function parseSequence(cursor: Cursor, scope: Scope): Expression {
  const parts: Expression[] = []
  while (!cursor.done && cursor.next !== '|' && cursor.next !== ')') {
    if (takeFlags(cursor, scope)) continue
    parts.push(parseRepeats(cursor, parseAtom(cursor, scope)))
  }
  const [only] = parts
  return parts.length === 1 && only !== undefined ? only : { kind: 'sequence', of: parts }
}

/** `(?i)` and kin: from here to the end of the group. */
function takeFlags(cursor: Cursor, scope: Scope): boolean {
  const found = cursor.takeMatch(/\(\?([ims]+)\)/y)
  if (found === undefined) return false
  scope.flags = { ...scope.flags, ...toFlags(found[1] ?? '') }
  return true
}

/** `im` → `{ i: true, m: true }`. */
export function toFlags(letters: string): RegexFlags {
  return Object.fromEntries([...letters].map((letter) => [letter, true]))
}

function parseAtom(cursor: Cursor, scope: Scope): Expression {
  if (cursor.take('(')) return parseGroup(cursor, scope)
  const character = cursor.shift()
  const edge = edgeOf(character, scope.flags)
  if (edge !== undefined) return { kind: 'edge', edge }
  if (character === '.') return { kind: 'set', set: scope.flags.s ? negate([]) : negate(NEWLINE) }
  if (character === '[') return { kind: 'set', set: parseClass(cursor, scope.flags.i === true) }
  if (character === '\\') return parseEscape(cursor, scope)
  if ('*+?'.includes(character)) throw new RegexProblem(`"${character}" repeats nothing`)
  return fold([character.charCodeAt(0), character.charCodeAt(0)], scope)
}

function edgeOf(character: string, { m }: RegexFlags): Edge | undefined {
  if (character === '^') return m ? 'line-start' : 'text-start'
  if (character === '$') return m ? 'line-end' : 'text-end'
  return undefined
}

const ESCAPED_EDGES: ReadonlyMap<string, Edge> = new Map([
  ['b', 'word'],
  ['B', 'not-word'],
  ['A', 'text-start'],
  ['z', 'text-end'],
  ['Z', 'text-end'],
])

function parseEscape(cursor: Cursor, scope: Scope): Expression {
  const edge = ESCAPED_EDGES.get(cursor.next)
  if (edge === undefined) return fold(parseEscapedSet(cursor), scope)
  cursor.shift()
  return { kind: 'edge', edge }
}

function fold(set: readonly number[], { flags }: Scope): Expression {
  return { kind: 'set', set: flags.i ? withBothCases(set) : set }
}

function parseGroup(cursor: Cursor, { flags, depth }: Scope): Expression {
  if (depth >= MAX_DEPTH) throw new RegexProblem(`groups are nested deeper than ${MAX_DEPTH}`)
  const opened = cursor.takeMatch(/\?(?:([ims]*):|P?<[A-Za-z_]\w*>)/y)
  if (opened === undefined && cursor.next === '?') throw new RegexProblem(`"(${cursor.rest(3)}" is not supported`)
  const inner = parseEither(cursor, { flags: { ...flags, ...toFlags(opened?.[1] ?? '') }, depth: depth + 1 })
  if (!cursor.take(')')) throw new RegexProblem('a group is not closed')
  return inner
}

function parseRepeats(cursor: Cursor, atom: Expression): Expression {
  const bounds = takeBounds(cursor)
  if (bounds === undefined) return atom
  if (Math.max(bounds.min, bounds.max === Number.POSITIVE_INFINITY ? 0 : bounds.max) > MAX_REPEAT)
    throw new RegexProblem(`it repeats more than ${MAX_REPEAT} times`)
  if (bounds.min > bounds.max) throw new RegexProblem('a repetition ends before it begins')
  if (cursor.take('+')) throw new RegexProblem('possessive repetition is not supported')
  // Lazy or greedy: whether there is a match is the same.
  cursor.take('?')
  if (takeBounds(cursor) !== undefined) throw new RegexProblem('a repetition is repeated')
  return { kind: 'repeat', of: atom, ...bounds }
}

function takeBounds(cursor: Cursor): { readonly min: number; readonly max: number } | undefined {
  if (cursor.take('*')) return { min: 0, max: Number.POSITIVE_INFINITY }
  if (cursor.take('+')) return { min: 1, max: Number.POSITIVE_INFINITY }
  if (cursor.take('?')) return { min: 0, max: 1 }
  const found = cursor.takeMatch(/\{(\d{1,6})(,(\d{1,6})?)?\}/y)
  if (found === undefined) return undefined
  const min = Number(found[1])
  const unbounded = found[2] === undefined ? min : Number.POSITIVE_INFINITY
  return { min, max: found[3] === undefined ? unbounded : Number(found[3]) }
}
