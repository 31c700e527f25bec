/** Functions of text. @source Kusto, "Scalar functions": string functions */
import { NotEvaluated } from '../problem.ts'
import { toDynamic } from '../values/kinds.ts'
import { compilePattern, searchable } from '../values/pattern.ts'
import type { Json, KustoValue } from '../values/value.ts'
import { type Call, type ScalarFunction, textArg, wholeArg } from './call.ts'

/** By name. */
export const TEXT_FUNCTIONS: Readonly<Record<string, ScalarFunction>> = {
  tolower: (call) => textArg(call, 0).toLowerCase(),
  toupper: (call) => textArg(call, 0).toUpperCase(),
  strlen: (call) => [...textArg(call, 0)].length,
  strcat: (call) => call.args.map((_, index) => textArg(call, index)).join(''),
  strcat_delim: (call) =>
    call.args
      .slice(1)
      .map((_, index) => textArg(call, index + 1))
      .join(textArg(call, 0)),
  substring: (call) => {
    const start = wholeArg(call, 1, 0)
    if (start < 0) throw new NotEvaluated('substring from a negative start is not evaluated', call.node)
    return [...textArg(call, 0)].slice(start, start + wholeArg(call, 2, Number.MAX_SAFE_INTEGER)).join('')
  },
  indexof: (call) => textArg(call, 0).indexOf(textArg(call, 1)),
  replace_string: (call) => textArg(call, 0).replaceAll(textArg(call, 1), () => textArg(call, 2)),
  replace_regex: replaceRegex,
  split,
  trim: (call) => trimmed(call, (unit) => `^(?:${unit})|(?:${unit})$`),
  trim_start: (call) => trimmed(call, (unit) => `^(?:${unit})`),
  trim_end: (call) => trimmed(call, (unit) => `(?:${unit})$`),
  extract: (call) => {
    if (call.args.length > 3) throw new NotEvaluated('extract with a type is not evaluated', call.node)
    const found = compilePattern(textArg(call, 0), call.node).exec(searchable(textArg(call, 2), call.node))
    return found?.[wholeArg(call, 1, 0)] ?? ''
  },
  extract_all: extractAll,
}

function split(call: Call): KustoValue {
  const delimiter = textArg(call, 1)
  const parts = delimiter === '' ? [textArg(call, 0)] : textArg(call, 0).split(delimiter)
  if (call.args.length < 3) return toDynamic(parts)
  const one = parts[wholeArg(call, 2, 0)]
  return toDynamic(one === undefined ? [] : [one])
}

/** One match of the pattern at either end goes, as often as it is there. */
function trimmed(call: Call, ends: (unit: string) => string): string {
  const pattern = compilePattern(ends(textArg(call, 0)), call.node, { global: true })
  return searchable(textArg(call, 1), call.node).replace(pattern, '')
}

/** `\1` in the replacement stands for a group. */
function replaceRegex(call: Call): string {
  const pattern = compilePattern(textArg(call, 1), call.node, { global: true })
  const replacement = textArg(call, 2)
    .replaceAll('$', '$$$$')
    .replace(/\\(\d)/g, (_, group) => (group === '0' ? '$&' : `$${group}`))
  return searchable(textArg(call, 0), call.node).replace(pattern, replacement)
}

/** All matches: of one group a list of texts, of several a list of lists. */
function extractAll(call: Call): KustoValue {
  if (call.args.length !== 2) throw new NotEvaluated('extract_all of chosen groups is not evaluated', call.node)
  const pattern = compilePattern(textArg(call, 0), call.node, { global: true })
  const matches = [...searchable(textArg(call, 1), call.node).matchAll(pattern)].map((match) => match.slice(1))
  if (matches.length === 0) return null
  return toDynamic(matches.map((groups): Json => (groups.length === 1 ? (groups[0] ?? '') : groups)))
}
