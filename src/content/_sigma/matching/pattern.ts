/** Text with wildcards, as Sigma writes it: `*` is anything, `?` one character, a backslash takes either's meaning away. */
import { negate, unite, withBothCases } from '../regex/char-set.ts'
import type { Expression } from '../regex/expression.ts'
import { createRegex } from '../regex/regex.ts'

/** A run of plain text, a wildcard, or one of several characters (what `windash` makes of a hyphen). */
export type PatternPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'many' }
  | { readonly kind: 'one' }
  | { readonly kind: 'of'; readonly characters: string }

/** Parts in order; no two of kind `text` in a row. */
export type Pattern = readonly PatternPart[]

/** Anything. */
export const MANY: PatternPart = { kind: 'many' }

/**
 * `prog?.exe` → text, one, text. A backslash before anything but `*`, `?` and itself is a backslash.
 *
 * @source Sigma rules specification 2.1.0, "Escape Character"
 */
export function parsePattern(written: string): Pattern {
  const parts: PatternPart[] = []
  let text = ''
  const close = (): void => {
    if (text !== '') parts.push({ kind: 'text', text })
    text = ''
  }
  for (let at = 0; at < written.length; at++) {
    const character = written.charAt(at)
    if (character === '\\' && '*?\\'.includes(written.charAt(at + 1) || 'x')) {
      at += 1
      text += written.charAt(at)
    } else if (character === '*' || character === '?') {
      close()
      parts.push(character === '*' ? MANY : { kind: 'one' })
    } else text += character
  }
  close()
  return parts
}

/** The text of a pattern that has no wildcards; undefined otherwise. */
export function plainText(pattern: Pattern): string | undefined {
  const texts = pattern.map((part) => (part.kind === 'text' ? part.text : undefined))
  return texts.includes(undefined) ? undefined : texts.join('')
}

/** One pattern of plain text. */
export function toPattern(text: string): Pattern {
  return text === '' ? [] : [{ kind: 'text', text }]
}

const matchers = new WeakMap<Pattern, (text: string) => boolean>()

/** Whether a whole text fits; letters in either case unless `cased`. */
export function matchPattern(pattern: Pattern, text: string, cased: boolean): boolean {
  const matcher = matchers.get(pattern) ?? createMatcher(pattern, cased)
  matchers.set(pattern, matcher)
  return matcher(text)
}

/** A pattern belongs to one value of one rule, so that `cased` is always the same for it. */
function createMatcher(pattern: Pattern, cased: boolean): (text: string) => boolean {
  const simple = simpleMatcher(pattern, cased)
  if (simple !== undefined) return simple
  const regex = createRegex(toExpression(pattern, cased))
  return (text) => regex.test(text)
}

/** Text with at most a wildcard at either end: what nearly all values are. */
function simpleMatcher(pattern: Pattern, cased: boolean): ((text: string) => boolean) | undefined {
  const starts = pattern[0]?.kind === 'many'
  const ends = pattern.length > 1 && pattern.at(-1)?.kind === 'many'
  const plain = plainText(pattern.slice(starts ? 1 : 0, ends ? -1 : undefined))
  if (plain === undefined) return undefined
  const fold = cased ? (text: string) => text : (text: string) => text.toLowerCase()
  const wanted = fold(plain)
  if (starts && ends) return (text) => fold(text).includes(wanted)
  if (starts) return (text) => fold(text).endsWith(wanted)
  if (ends) return (text) => fold(text).startsWith(wanted)
  return (text) => fold(text) === wanted
}

function toExpression(pattern: Pattern, cased: boolean): Expression {
  const toSet = (units: readonly number[]): Expression => {
    const set = unite(units.flatMap((unit) => [unit, unit]))
    return { kind: 'set', set: cased ? set : withBothCases(set) }
  }
  const parts = pattern.flatMap((part): readonly Expression[] => {
    if (part.kind === 'text') return unitsOf(part.text).map((unit) => toSet([unit]))
    if (part.kind === 'of') return [toSet(unitsOf(part.characters))]
    return [part.kind === 'one' ? ANY_UNIT : { kind: 'repeat', of: ANY_UNIT, min: 0, max: Number.POSITIVE_INFINITY }]
  })
  return { kind: 'sequence', of: [{ kind: 'edge', edge: 'text-start' }, ...parts, { kind: 'edge', edge: 'text-end' }] }
}

const ANY_UNIT: Expression = { kind: 'set', set: negate([]) }

function unitsOf(text: string): readonly number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
}
