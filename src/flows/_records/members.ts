/** Members of JSON objects that may be anything. Never throws. */

/** One JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>

/** Longer text is cut: no name that is read here has more to say. */
const MAX_TEXT_LENGTH = 256

/** Whether a value is an object: no list, no null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value when it is an object, else an empty one. */
export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {}
}

/** The value when it is a list, else an empty one. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** Text without control characters and blanks around it, at most 256 characters; digits of a number; empty for anything else. */
export function textOf(value: unknown): string {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value !== 'string') return ''
  return value
    .slice(0, MAX_TEXT_LENGTH)
    .replaceAll(/[\u0000-\u001f\u007f]/g, ' ')
    .trim()
}
