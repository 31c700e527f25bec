/** One value with its modifiers → the tests of which one must hold. */
import { parseNetwork } from '../../../kit/ip-network.ts'
import { DATE_PARTS } from '../matching/date-part.ts'
import { MANY, type Pattern, parsePattern } from '../matching/pattern.ts'
import { type Comparison, toNumber, type ValueTest } from '../matching/value-test.ts'
import { toFlags } from '../regex/parse-regex.ts'
import { compileRegex } from '../regex/regex.ts'
import { type Draft, encode } from './encodings.ts'
import { MODIFIERS, type ModifierRole } from './modifiers.data.ts'

/** A scalar of a rule. */
export type WrittenValue = string | number | boolean | null

/** Why a value cannot be tested, as code and sentence. */
export interface ValueProblem {
  readonly code: string
  readonly message: string
}

/** A value with what stands around it. */
export interface ValueReading {
  readonly value: WrittenValue
  readonly modifiers: readonly string[]
  /** It is looked for in the whole record. */
  readonly keyword: boolean
}

/** No field of a log is tested for more; patterns become automata of this many states. */
const MAX_LENGTH = 8192

/** Reads a value. `re`, `cidr`, `exists` and `fieldref` decide by themselves; everything else is text or a number. Never throws. */
export function readValue(reading: ValueReading): readonly ValueTest[] | ValueProblem {
  const { value, modifiers } = reading
  if (typeof value === 'string' && value.length > MAX_LENGTH)
    return { code: 'value-too-long', message: 'A value is longer than 8192 characters.' }
  if (modifiers.includes('exists')) return readPresence(value)
  if (modifiers.includes('re')) return readRegex(String(value), modifiers)
  if (modifiers.includes('cidr')) return readNetwork(String(value))
  if (modifiers.includes('fieldref')) return readReference(value, modifiers)
  if (modifiers.some((modifier) => isOf(modifier, 'comparison') || isOf(modifier, 'date')))
    return readNumber(value, modifiers)
  if (value === null) return [{ kind: 'null' }]
  return readText(reading, String(value))
}

function isOf(modifier: string, role: ModifierRole): boolean {
  return MODIFIERS.get(modifier) === role
}

function readPresence(value: WrittenValue): readonly ValueTest[] | ValueProblem {
  if (typeof value === 'boolean') return [{ kind: 'present', expected: value }]
  return { code: 'value-type', message: `"exists" takes true or false, not "${value}".` }
}

function readRegex(text: string, modifiers: readonly string[]): readonly ValueTest[] | ValueProblem {
  const flags = toFlags(modifiers.filter((modifier) => isOf(modifier, 'flag')).join(''))
  const regex = compileRegex(text, flags)
  if ('test' in regex) return [{ kind: 'regex', regex }]
  return { code: 'regex', message: `The expression "${text.slice(0, 80)}" cannot be run: ${regex.problem}.` }
}

function readNetwork(text: string): readonly ValueTest[] | ValueProblem {
  const network = parseNetwork(text)
  if (network !== undefined) return [{ kind: 'network', network }]
  return { code: 'value-type', message: `"cidr" takes a network such as 192.0.2.0/24, not "${text.slice(0, 80)}".` }
}

function readReference(value: WrittenValue, modifiers: readonly string[]): readonly ValueTest[] | ValueProblem {
  if (typeof value !== 'string') return { code: 'value-type', message: `"fieldref" takes the name of a field.` }
  const place = modifiers.includes('startswith') ? 'start' : modifiers.includes('endswith') ? 'end' : undefined
  return [{ kind: 'reference', field: value, place: place ?? (modifiers.includes('contains') ? 'anywhere' : 'whole') }]
}

const COMPARISONS: readonly Comparison[] = ['lt', 'lte', 'gt', 'gte']

function readNumber(value: WrittenValue, modifiers: readonly string[]): readonly ValueTest[] | ValueProblem {
  const number = value === null ? undefined : toNumber(String(value))
  if (number === undefined) return { code: 'value-type', message: `A comparison takes a number, not "${value}".` }
  const comparison = COMPARISONS.find((name) => modifiers.includes(name)) ?? 'eq'
  const part = DATE_PARTS.find((name) => modifiers.includes(name))
  return [{ kind: 'number', comparison, value: number, ...(part && { part }) }]
}

function readText({ modifiers, keyword }: ValueReading, written: string): readonly ValueTest[] | ValueProblem {
  if (modifiers.includes('expand') && /(?<!\\)%[^%\s]+%/.test(written))
    return {
      code: 'placeholder',
      message: `"${written.slice(0, 80)}" holds a placeholder, and nothing says what it stands for.`,
    }
  let drafts: readonly Draft[] = [{ pattern: parsePattern(written.replaceAll('\\%', '%')), bytes: false }]
  for (const modifier of modifiers) {
    const next = drafts.map((draft) => applyText(draft, modifier))
    if (!next.every((made) => made !== undefined))
      return { code: 'value-type', message: `"${modifier}" cannot encode the wildcard in "${written.slice(0, 80)}".` }
    drafts = next.flat()
  }
  const cased = modifiers.includes('cased')
  return drafts.map(({ pattern }) => ({ kind: 'text', cased, pattern: keyword ? anywhere(pattern) : pattern }))
}

function applyText(draft: Draft, modifier: string): readonly Draft[] | undefined {
  if (isOf(modifier, 'encoding') && modifier !== 'expand') return encode(draft, modifier)
  const { pattern } = draft
  if (modifier === 'contains') return [{ ...draft, pattern: anywhere(pattern) }]
  if (modifier === 'startswith') return [{ ...draft, pattern: openEnd(pattern) }]
  return modifier === 'endswith' ? [{ ...draft, pattern: openStart(pattern) }] : [draft]
}

function anywhere(pattern: Pattern): Pattern {
  return openStart(openEnd(pattern))
}

function openStart(pattern: Pattern): Pattern {
  return pattern[0]?.kind === 'many' ? pattern : [MANY, ...pattern]
}

function openEnd(pattern: Pattern): Pattern {
  return pattern.at(-1)?.kind === 'many' ? pattern : [...pattern, MANY]
}
