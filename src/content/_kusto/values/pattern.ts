/**
 * Regular expressions of Kusto (RE2) on JavaScript's engine, which can take for ever where RE2 cannot: what might is refused.
 * @source Kusto, "RE2 syntax"
 */
import { NotEvaluated } from '../problem.ts'
import type { KustoNode } from '../tree.ts'

/** Texts longer than this are not searched; the longest line of a log is shorter. */
const MOST_CHARACTERS = 16_384
/** Patterns kept compiled. */
const MOST_PATTERNS = 1000

const compiled = new Map<string, RegExp>()

/** A pattern, compiled once. What RE2 has not, or what could take exponential time here, is a problem. */
export function compilePattern(pattern: string, at: KustoNode, options?: { readonly global: boolean }): RegExp {
  const key = `${options?.global === true ? 'g' : ''}/${pattern}`
  const known = compiled.get(key) ?? compile(pattern, at, options)
  if (compiled.size < MOST_PATTERNS) compiled.set(key, known)
  known.lastIndex = 0
  return known
}

function compile(pattern: string, at: KustoNode, options?: { readonly global: boolean }): RegExp {
  const lead = /^\(\?([ims]+)\)/.exec(pattern)
  const rest = pattern.slice(lead?.[0].length ?? 0).replaceAll('(?P<', '(?<')
  if (/\(\?(?:[=!]|<[=!])|\\[1-9]/.test(rest)) throw costly('uses what Kusto cannot search for', at)
  if (hasNestedRepetition(rest)) throw costly('repeats a repetition', at)
  try {
    return new RegExp(rest, `${lead?.[1] ?? ''}${options?.global === true ? 'g' : ''}`)
  } catch {
    throw costly('is not understood', at)
  }
}

function costly(what: string, at: KustoNode): NotEvaluated {
  return new NotEvaluated(`a regular expression ${what}: it is not evaluated`, at, { code: 'costly-pattern' })
}

/** `(a+)+`, `(a|b*)*`: an unbounded repetition of a group that holds one. Bounded ones such as `(\s+\w+){0,3}` are let through. */
function hasNestedRepetition(pattern: string): boolean {
  const groups: { repeats: boolean }[] = [{ repeats: false }]
  const plain = pattern.replace(/\\./g, 'x').replace(/\[\^?\]?[^\]]*\]/g, 'x')
  for (let at = 0; at < plain.length; at += 1) {
    const letter = plain[at]
    if (letter === '(') groups.push({ repeats: false })
    const repeated = /^(?:[*+]|\{\d+,\})/.test(plain.slice(at + 1, at + 8))
    const inner = letter === ')' && groups.length > 1 ? groups.pop() : undefined
    if (inner?.repeats === true && repeated) return true
    const outer = groups.at(-1)
    if (outer !== undefined && (repeated || inner?.repeats === true)) outer.repeats = true
  }
  return false
}

/** The text, if it is short enough to be searched. */
export function searchable(text: string, at: KustoNode): string {
  if (text.length <= MOST_CHARACTERS) return text
  throw new NotEvaluated(`a text of more than ${MOST_CHARACTERS} characters is not searched by pattern`, at, {
    code: 'too-much-work',
  })
}
