/** A field of a record → the expression by which a query of a table reads it. */
import type { SentinelTable } from '../../../facts/log-content/log-source.ts'
import { FIELDS, type FieldPlace } from './fields.data.ts'
import { LIST_MEMBERS } from './list-members.data.ts'

/** What a query asks: one text, or the JSON text of a list and the member of its elements that is meant (none: the elements). */
export type FieldReading = { readonly text: string } | { readonly list: string; readonly member?: string }

/** Thrown where a table does not hold what a condition asks; becomes a limit of the content. */
export class NotInTable extends Error {
  override readonly name = 'NotInTable'
}

/** How a table holds a field. Throws {@link NotInTable}. */
export function readField(table: SentinelTable, field: string): FieldReading {
  const known = FIELDS[table]
  const path = field.split('.')
  const own = known[field]
  if (own !== undefined) return 'text' in own ? own : toReading(own.json, [])
  for (let length = path.length - 1; length > 0; length -= 1) {
    const place: FieldPlace | undefined = known[path.slice(0, length).join('.')]
    if (place !== undefined && 'json' in place) return withList(place.json, path.slice(length), path[length - 1])
    if (place !== undefined) break
  }
  throw new NotInTable(`${table} has no column for ${field}`)
}

/** `above` is the member whose value `json` is: it may be a list itself. */
function withList(json: string, path: readonly string[], above: string | undefined): FieldReading {
  if (above !== undefined && LIST_MEMBERS.has(above)) return { list: `tostring(${json})`, ...memberOf(path) }
  const list = path.findIndex((name) => LIST_MEMBERS.has(name))
  if (list < 0) return toReading(json, path)
  return { list: `tostring(${stepInto(json, path.slice(0, list + 1))})`, ...memberOf(path.slice(list + 1)) }
}

function memberOf(path: readonly string[]): { readonly member?: string } {
  const member = path.at(-1)
  return member === undefined ? {} : { member }
}

function toReading(json: string, path: readonly string[]): FieldReading {
  return { text: `tostring(${stepInto(json, path)})` }
}

/** `Request.a["b-c"]` */
function stepInto(json: string, path: readonly string[]): string {
  return path.reduce((found, name) => (/^[A-Za-z_]\w*$/.test(name) ? `${found}.${name}` : `${found}["${name}"]`), json)
}
