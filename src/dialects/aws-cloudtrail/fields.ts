/**
 * Reads members of records that came through many hands: names in camelCase or PascalCase, lists in four shapes, numbers
 * that were text, and text that was a number. Never throws.
 */

export type JsonObject = Readonly<Record<string, unknown>>

/** Longer text is cut: no field that is read here has more to say. */
const MAX_TEXT_LENGTH = 1024
/** Lists nested deeper than this are not lists any more. */
const MAX_LIST_DEPTH = 4
/** The most digits that a number in scientific notation is written out to; account ids have 12. */
const MAX_DIGITS = 20

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value when it is an object, else an empty one: `""`, `null` and lists have no members. */
export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {}
}

/** A member by its camelCase name, or the same in PascalCase: `networkInterfaceId`, `NetworkInterfaceId`. */
export function memberOf(object: JsonObject, name: string): unknown {
  return object[name] ?? object[name.charAt(0).toUpperCase() + name.slice(1)]
}

/** A member as text without control characters, at most 1,024 characters; numbers as digits; undefined when absent or empty. */
export function textOf(object: JsonObject, name: string): string | undefined {
  const value = memberOf(object, name)
  if (typeof value !== 'string') return numberOf(value)?.text
  const text = value
    .slice(0, MAX_TEXT_LENGTH)
    .replaceAll(/[\u0000-\u001f\u007f]/g, ' ')
    .trim()
  return text === '' ? undefined : text
}

/** The first of several objects that has the member: the answer of a call before its request. */
export function textOfFirst(objects: readonly JsonObject[], name: string): string | undefined {
  for (const object of objects) {
    const text = textOf(object, name)
    if (text !== undefined) return text
  }
  return undefined
}

/** The first of several objects that has the member as a number, as digits; else as text: `"100.0"` → `100`. */
export function digitsOfFirst(objects: readonly JsonObject[], name: string): string | undefined {
  const text = textOfFirst(objects, name)
  return numberOf(text)?.text ?? text
}

/** True for `true` and `"true"`, false for `false` and `"false"`, else undefined. */
export function flagOf(object: JsonObject, name: string): boolean | undefined {
  const value = memberOf(object, name)
  if (typeof value === 'boolean') return value
  const text = typeof value === 'string' ? value.toLowerCase() : ''
  return text === 'true' ? true : text === 'false' ? false : undefined
}

/**
 * The members of a list in any shape that records have them in: `[…]`, `{ items: […] }`, `{ item: … }`, one
 * `{ tag, content }`, one plain value. `""` is the empty list.
 */
export function listOf(value: unknown, depth = 0): readonly unknown[] {
  if (value === undefined || value === null || value === '' || depth > MAX_LIST_DEPTH) return []
  if (Array.isArray(value)) return value.flatMap((member) => listOf(member, depth + 1))
  if (!isObject(value)) return [value]
  const inner = value['content'] ?? value['items'] ?? value['item'] ?? value['member']
  return inner === undefined ? [value] : listOf(inner, depth + 1)
}

/** The members of a list that are text: `[{ tag: 1, content: 'description' }]` → `['description']`. */
export function textsOf(value: unknown): readonly string[] {
  return listOf(value).filter((member) => typeof member === 'string')
}

/** A number as digits, and whether a float on its way may have taken some of them. */
export interface DigitText {
  readonly text: string
  readonly mayHaveLostDigits: boolean
}

/**
 * An id that is a number, as digits: `123123123123.0` → `123123123123`; `1.23e11` → `123000000000`, digits in doubt.
 * Undefined for what is no whole number.
 */
export function numberOf(value: unknown): DigitText | undefined {
  if (typeof value === 'bigint') return { text: String(value), mayHaveLostDigits: false }
  if (typeof value === 'number') return Number.isInteger(value) ? fromNumber(value) : undefined
  return typeof value === 'string' ? fromText(value.slice(0, MAX_TEXT_LENGTH).trim()) : undefined
}

function fromNumber(value: number): DigitText {
  const text = String(BigInt(value))
  return { text, mayHaveLostDigits: !Number.isSafeInteger(value) || endsInManyZeros(text) }
}

function fromText(text: string): DigitText | undefined {
  if (/^\d+$/.test(text)) return { text, mayHaveLostDigits: false }
  const found = /^(\d{1,20})(?:\.(\d{1,20}))?(?:e\+?(\d{1,2}))?$/i.exec(text)
  if (found === null) return undefined
  const [, whole = '', fraction = '', exponent = '0'] = found
  const significant = fraction.replace(/0+$/, '')
  const shift = Number(exponent)
  if (significant.length > shift || whole.length + shift > MAX_DIGITS) return undefined
  const digits = whole + significant.padEnd(shift, '0')
  return { text: digits, mayHaveLostDigits: significant.length < shift || endsInManyZeros(digits) }
}

/** One id in a million ends like this by itself; every id that went through `1.23e11` does. */
function endsInManyZeros(digits: string): boolean {
  return digits.length > 6 && digits.endsWith('000000')
}

/** A twelve-digit account id: a number that went through a float or an integer has lost its leading zeros. */
export function accountOf(object: JsonObject, name: string): string | undefined {
  const value = memberOf(object, name)
  const number = numberOf(value)
  if (number === undefined) return textOf(object, name)
  return typeof value === 'string' && value === number.text ? value : number.text.padStart(12, '0')
}

/** The same members without those that are undefined: an edit must not overwrite a member with nothing. */
export function definedOnly<T extends object>(members: T): T
export function definedOnly(members: object): object {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))
}
