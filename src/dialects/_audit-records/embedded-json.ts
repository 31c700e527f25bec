/** Objects that exports hand over as text: a table column or a request body holds JSON inside a JSON string. Never throws. */
import { parseExactJson } from '../../kit/exact-json.ts'
import { asObject, isObject, type JsonObject, memberOf } from './fields.ts'

/** Bodies are cut far below this by every audit trail. */
const MAX_TEXT_LENGTH = 1024 * 1024

/** The value when it is an object, or the object that its text spells; else an empty one. `'{"a":1}'` → `{ a: 1 }`. */
export function objectIn(value: unknown): JsonObject {
  const parsed = valueIn(value)
  return asObject(parsed)
}

/** The value, or what its text spells where that is an object or a list. */
export function valueIn(value: unknown): unknown {
  if (typeof value !== 'string' || value.length > MAX_TEXT_LENGTH || !/^\s{0,64}[{[]/.test(value)) return value
  try {
    return parseExactJson(value)
  } catch {
    return value
  }
}

/**
 * A member at a path of names. Exports nest (`{ aws: { cloudtrail: … } }`) or flatten (`{ 'aws.cloudtrail.event_version': … }`),
 * in any mixture.
 */
export function memberAt(object: JsonObject, path: string): unknown {
  const whole = memberOf(object, path)
  if (whole !== undefined) return whole
  for (let dot = path.indexOf('.'); dot !== -1; dot = path.indexOf('.', dot + 1)) {
    const inner = object[path.slice(0, dot)]
    const found = isObject(inner) ? memberAt(inner, path.slice(dot + 1)) : undefined
    if (found !== undefined) return found
  }
  return undefined
}
