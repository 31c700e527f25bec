/** Does a record say what a condition asks? The plain meaning of {@link RecordCondition}, against which every rule language is held. */
import type { FieldTest, RecordCondition } from './record-condition.ts'

/** A line, or a JSON record with its parsed value. */
export interface ConditionRecord {
  readonly text: string
  readonly value?: Readonly<Record<string, unknown>> | undefined
}

/** A condition made ready: the same for every record, bounded by its length. Never throws. */
export type RecordMatcher = (record: ConditionRecord) => boolean

/** Of a longer value this much is looked at: no field that conditions name has more to say. */
const MAX_VALUE_LENGTH = 32_768

/**
 * Compiles a condition; regular expressions once. Values are compared without case, numbers and flags as text; of a list any element will
 * do. A path that leads nowhere is absent, and so are `null` and the empty text, list and object.
 *
 * @throws SyntaxError for what is no regular expression.
 */
export function compileCondition(condition: RecordCondition): RecordMatcher {
  if ('all' in condition) {
    const parts = condition.all.map(compileCondition)
    return (record) => parts.every((matches) => matches(record))
  }
  if ('any' in condition) {
    const parts = condition.any.map(compileCondition)
    return (record) => parts.some((matches) => matches(record))
  }
  if ('not' in condition) {
    const matches = compileCondition(condition.not)
    return (record) => !matches(record)
  }
  const test = compileTest(condition)
  const path = condition.field.split('.')
  return (record) => test(valuesAt(record, path))
}

function compileTest(test: FieldTest): (values: readonly unknown[]) => boolean {
  if ('present' in test) return (values) => values.some(saysSomething) === test.present
  const matches = compileTextTest(test)
  return (values) => values.map(toText).some((text) => text !== undefined && matches(text))
}

type TextTest = Exclude<FieldTest, { readonly present: boolean }>

function compileTextTest(test: TextTest): (text: string) => boolean {
  if ('matches' in test) {
    const expressions = test.matches.map((source) => new RegExp(source, 'i'))
    return (text) => expressions.some((expression) => expression.test(text))
  }
  if ('is' in test) return anyOf(test.is, (text, word) => text === word)
  if ('startsWith' in test) return anyOf(test.startsWith, (text, word) => text.startsWith(word))
  if ('endsWith' in test) return anyOf(test.endsWith, (text, word) => text.endsWith(word))
  return anyOf(test.contains, (text, word) => text.includes(word))
}

function anyOf(words: readonly string[], holds: (text: string, word: string) => boolean): (text: string) => boolean {
  const lowered = words.map((word) => word.toLowerCase())
  return (text) => {
    const lower = text.toLowerCase()
    return lowered.some((word) => holds(lower, word))
  }
}

/** What a path leads to in a record, lists taken apart; of a line, the line. */
function valuesAt({ text, value }: ConditionRecord, path: readonly string[]): readonly unknown[] {
  if (value === undefined) return path.length === 1 && path[0] === 'message' ? [text] : []
  return path.reduce<readonly unknown[]>((found, name) => found.flatMap((one) => membersNamed(one, name)), [value])
}

function membersNamed(value: unknown, name: string): readonly unknown[] {
  if (!isObject(value) || !Object.hasOwn(value, name)) return []
  const member = value[name]
  return Array.isArray(member) ? member.flat() : [member]
}

function saysSomething(value: unknown): boolean {
  if (isObject(value)) return Object.keys(value).length > 0
  return value !== undefined && value !== null && value !== ''
}

function toText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.slice(0, MAX_VALUE_LENGTH)
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint'
    ? String(value)
    : undefined
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
