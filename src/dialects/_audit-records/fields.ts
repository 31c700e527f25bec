/** Reads members of records that came through many hands: names in camelCase or PascalCase, text that was a number. Never throws. */
import { numberOf } from './numbers.ts'

/** One JSON object; its members may be anything. */
export type JsonObject = Readonly<Record<string, unknown>>

/** Longer text is cut: no field that is read here has more to say. */
const MAX_TEXT_LENGTH = 1024
/** Whether a value is a JSON object: no list, no null. */
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

/** True for `true` and `"true"`, false for `false` and `"false"`, else undefined. */
export function flagOf(object: JsonObject, name: string): boolean | undefined {
  const value = memberOf(object, name)
  if (typeof value === 'boolean') return value
  const text = typeof value === 'string' ? value.toLowerCase() : ''
  return text === 'true' ? true : text === 'false' ? false : undefined
}

/** The same members without those that are undefined: an edit must not overwrite a member with nothing. */
export function definedOnly<T extends object>(members: T): T
export function definedOnly(members: object): object {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))
}
