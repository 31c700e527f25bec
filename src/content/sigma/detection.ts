/** A condition of ours → searches and condition of Sigma. */
import type { LogSource } from '../../facts/log-content/log-source.ts'
import type { FieldTest, RecordCondition } from '../../facts/log-content/record-condition.ts'

/** What stands under `detection`: searches by name, and `condition`. */
export type DetectionText = Readonly<Record<string, unknown>>

/** Writes a condition for records of a log. */
export function toDetection(condition: RecordCondition, source: LogSource): DetectionText {
  const writer = new SearchWriter(source)
  const { text } = writer.write(simplify(condition), 'selection')
  return writer.toDetection(text)
}

/** A piece of a condition; `joint` where it needs parentheses beside others. */
interface Phrase {
  readonly text: string
  readonly joint: boolean
}

type Entries = Readonly<Record<string, unknown>>

class SearchWriter {
  readonly #source: LogSource
  readonly #searches = new Map<string, { readonly name: string; readonly body: unknown }>()

  constructor(source: LogSource) {
    this.#source = source
  }

  toDetection(condition: string): DetectionText {
    const searches = [...this.#searches.values()].map(({ name, body }) => [name, body])
    return { ...Object.fromEntries(searches), condition }
  }

  write(condition: RecordCondition, prefix: string): Phrase {
    const body = this.#toBody(condition)
    if (body !== undefined) return this.#search('present' in condition ? 'empty' : prefix, body)
    if ('not' in condition) return this.#negate(this.write(condition.not, 'filter'))
    if ('all' in condition) return this.#writeAll(condition.all, prefix)
    if ('any' in condition)
      return join(
        'or',
        condition.any.map((part) => this.write(part, prefix)),
      )
    // What is left of field tests is that something is there: the contrary is a search.
    return this.#negate(this.write({ field: condition.field, present: false }, prefix))
  }

  /** Tests that one map can hold are one search; the rest stands beside it. */
  #writeAll(parts: readonly RecordCondition[], prefix: string): Phrase {
    const tests = parts.filter((part) => 'field' in part && !('present' in part))
    const [first, ...others] = tests.length > 1 && this.#toBody({ all: tests }) ? [{ all: tests }] : tests
    const rest = parts.filter((part) => !tests.includes(part))
    const written = [...(first ? [first] : []), ...others, ...rest].map((part) => this.write(part, prefix))
    return join('and', written)
  }

  #negate({ text, joint }: Phrase): Phrase {
    return { text: `not ${joint ? `(${text})` : text}`, joint: false }
  }

  /** The same search has one name, however often it is asked for. */
  #search(prefix: string, body: unknown): Phrase {
    const key = JSON.stringify(body)
    const count = [...this.#searches.values()].filter(({ name }) => name.startsWith(`${prefix}_`)).length
    const search = this.#searches.get(key) ?? { name: `${prefix}_${count + 1}`, body }
    this.#searches.set(key, search)
    return { text: search.name, joint: false }
  }

  /** What one search can hold: a map, or a list of maps; undefined for more. */
  #toBody(condition: RecordCondition): Entries | readonly unknown[] | undefined {
    if ('not' in condition) return undefined
    if ('any' in condition) return toListOfMaps(condition.any.map((part) => this.#toBody(part)))
    if ('all' in condition) return toOneMap(condition.all.map((part) => this.#toBody(part)))
    if (!('present' in condition)) return toEntry(condition, this.#source)
    const field = nameOf(condition.field, this.#source)
    return condition.present ? undefined : [{ [field]: null }, { [field]: '' }]
  }
}

function join(word: 'and' | 'or', phrases: readonly Phrase[]): Phrase {
  const [only] = phrases
  if (phrases.length === 1 && only !== undefined) return only
  return { text: phrases.map(({ text, joint }) => (joint ? `(${text})` : text)).join(` ${word} `), joint: true }
}

function toListOfMaps(bodies: readonly unknown[]): readonly unknown[] | undefined {
  const isMap = (body: unknown): boolean => body !== undefined && !Array.isArray(body)
  return bodies.every(isMap) ? bodies : undefined
}

/** Undefined where two tests are of the same field in the same way: a map has a key once. */
function toOneMap(bodies: readonly (Entries | readonly unknown[] | undefined)[]): Entries | undefined {
  const entries = bodies.flatMap((body) => (body === undefined || Array.isArray(body) ? [] : Object.entries(body)))
  const keys = new Set(entries.map(([key]) => key))
  const whole = bodies.every((body) => body !== undefined && !Array.isArray(body)) && keys.size === entries.length
  return whole ? Object.fromEntries(entries) : undefined
}

/** A field by the name that Sigma rules of the source use. */
function nameOf(field: string, { sigma }: LogSource): string {
  return sigma.fieldNames?.[field] ?? field
}

type ValueTest = Exclude<FieldTest, { readonly present: boolean }>

/** `{ field: 'eventName', startsWith: ['Create'] }` → `{ 'eventName|startswith': 'Create' }`; of a line, keywords. */
function toEntry(test: ValueTest, source: LogSource): Entries {
  const isLine =
    source.form === 'text' && test.field === 'message' && source.sigma.fieldNames?.['message'] === undefined
  if (isLine) return toKeywords(test)
  const field = nameOf(test.field, source)
  if ('is' in test) return { [field]: oneOrMany(test.is.map(escapeText)) }
  if ('startsWith' in test) return { [`${field}|startswith`]: oneOrMany(test.startsWith.map(escapeText)) }
  if ('endsWith' in test) return { [`${field}|endswith`]: oneOrMany(test.endsWith.map(escapeText)) }
  if ('contains' in test) return { [`${field}|contains`]: oneOrMany(test.contains.map(escapeText)) }
  return { [`${field}|re|i`]: oneOrMany(test.matches) }
}

/** A keyword is looked for anywhere in the line, so that whole lines and their ends need expressions. */
function toKeywords(test: ValueTest): Entries {
  if ('contains' in test) return { '|contains': oneOrMany(test.contains.map(escapeText)) }
  if ('matches' in test) return { '|re|i': oneOrMany(test.matches) }
  if ('is' in test) return { '|re|i': oneOrMany(test.is.map((text) => `^${escapeExpression(text)}$`)) }
  if ('startsWith' in test) return { '|re|i': oneOrMany(test.startsWith.map((text) => `^${escapeExpression(text)}`)) }
  return { '|re|i': oneOrMany(test.endsWith.map((text) => `${escapeExpression(text)}$`)) }
}

function oneOrMany(values: readonly string[]): string | readonly string[] {
  const [only] = values
  return values.length === 1 && only !== undefined ? only : values
}

/** @source Sigma rules specification 2.1.0, "Escape Character" */
function escapeText(text: string): string {
  return text.replace(/\\(?=[\\*?]|$)|[*?]/g, '\\$&')
}

function escapeExpression(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

/** Alternatives of one field in one way become one list; a single part needs no `any` or `all`. */
function simplify(condition: RecordCondition): RecordCondition {
  if ('not' in condition) return negated(simplify(condition.not))
  if ('all' in condition)
    return unwrap(
      'all',
      condition.all.map(simplify).flatMap((part) => ('all' in part ? part.all : [part])),
    )
  if ('any' in condition) {
    const parts = condition.any.map(simplify).flatMap((part) => ('any' in part ? part.any : [part]))
    return unwrap('any', mergeTests(parts))
  }
  return condition
}

/** `not (not a or not b)` is `a and b`: nobody reads the former. */
function negated(condition: RecordCondition): RecordCondition {
  if ('not' in condition) return condition.not
  if ('any' in condition && condition.any.every((part) => 'not' in part || 'present' in part))
    return { all: condition.any.map(negated) }
  return 'present' in condition ? { field: condition.field, present: !condition.present } : { not: condition }
}

function unwrap(kind: 'all' | 'any', parts: readonly RecordCondition[]): RecordCondition {
  const [only] = parts
  if (parts.length === 1 && only !== undefined) return only
  return kind === 'all' ? { all: parts } : { any: parts }
}

function mergeTests(parts: readonly RecordCondition[]): readonly RecordCondition[] {
  const expressions = parts.filter((part) => 'matches' in part)
  const fields = new Set(expressions.map(({ field }) => field))
  const merged = [...fields].map((field) => {
    const matches = expressions.filter((part) => part.field === field).flatMap((part) => part.matches)
    return { field, matches: [...new Set(matches)] }
  })
  return [...merged, ...parts.filter((part) => !('matches' in part))]
}
