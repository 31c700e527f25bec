/** Lists as records have them after EC2, CloudTrail and a data lake wrote them each in its own way. Never throws. */
import { isObject } from './fields.ts'

/** Lists nested deeper than this are not lists any more. */
const MAX_LIST_DEPTH = 4

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
