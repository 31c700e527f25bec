/** `[a-z\d]`, `\s`, `\x41` → sets of characters. */
import { negate, unite, withBothCases } from './char-set.ts'
import { type CharSet, DIGITS, SPACE, WORD } from './char-sets.data.ts'
import { RegexProblem } from './expression.ts'
import type { Cursor } from './pattern-cursor.ts'

const SETS: ReadonlyMap<string, CharSet> = new Map([
  ['d', DIGITS],
  ['D', negate(DIGITS)],
  ['w', WORD],
  ['W', negate(WORD)],
  ['s', SPACE],
  ['S', negate(SPACE)],
])

const CONTROLS: ReadonlyMap<string, number> = new Map([
  ['n', 10],
  ['r', 13],
  ['t', 9],
  ['f', 12],
  ['v', 11],
  ['0', 0],
  ['a', 7],
  ['e', 27],
])

/** What stands behind a backslash, as a set; throws {@link RegexProblem}. */
export function parseEscapedSet(cursor: Cursor): CharSet {
  const code = cursor.takeMatch(/x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|x\{([0-9A-Fa-f]{1,4})\}/y)
  if (code !== undefined) return single(Number.parseInt(code[1] ?? code[2] ?? code[3] ?? '0', 16))
  if (cursor.done) throw new RegexProblem('it ends with a backslash')
  const character = cursor.shift()
  const set = SETS.get(character)
  if (set !== undefined) return set
  const control = CONTROLS.get(character)
  if (control !== undefined) return single(control)
  if (/[1-9]/.test(character)) throw new RegexProblem('back-references are not supported')
  if (/[A-Za-z]/.test(character)) throw new RegexProblem(`"\\${character}" is not supported`)
  return single(character.charCodeAt(0))
}

/** The inside of `[…]`, behind its opening bracket; throws {@link RegexProblem}. What is excluded is so in both cases where these are one. */
export function parseClass(cursor: Cursor, bothCases: boolean): CharSet {
  const negated = cursor.take('^')
  const ranges: number[] = []
  // A bracket that comes first stands for itself.
  if (cursor.next === ']') ranges.push(...single(cursor.shift().charCodeAt(0)))
  while (cursor.next !== ']') {
    if (cursor.done) throw new RegexProblem('"[" is not closed')
    if (cursor.rest(2) === '[:') throw new RegexProblem('"[:" is not supported')
    ranges.push(...parseRange(cursor))
  }
  cursor.shift()
  const set = bothCases ? withBothCases(ranges) : unite(ranges)
  return negated ? negate(set) : set
}

function parseRange(cursor: Cursor): CharSet {
  const from = parseMember(cursor)
  if (cursor.next !== '-' || cursor.rest(2) === '-]' || !isSingle(from)) return from
  cursor.shift()
  const to = parseMember(cursor)
  // `[\w-.]`: a set ends no range, so the hyphen stands for itself.
  if (!isSingle(to)) return [...from, ...single(45), ...to]
  const [first = 0] = from
  const [last = 0] = to
  if (first > last) throw new RegexProblem('a range of characters is out of order')
  return [first, last]
}

function parseMember(cursor: Cursor): CharSet {
  if (cursor.done) throw new RegexProblem('"[" is not closed')
  if (!cursor.take('\\')) return single(cursor.shift().charCodeAt(0))
  return cursor.take('b') ? single(8) : parseEscapedSet(cursor)
}

function single(unit: number): CharSet {
  return [unit, unit]
}

function isSingle(set: CharSet): boolean {
  return set.length === 2 && set[0] === set[1]
}
