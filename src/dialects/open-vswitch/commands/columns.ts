/** Columns and values of typed commands: `select-src-port=@a`, `options:remote_ip=192.0.2.9`. */
import { isEntries, parseValue, type Value } from '../database/values.ts'

/** `{ column: 'options', value: Map { 'remote_ip' => '192.0.2.9' }, isEntry: true }`; `isEntry` where one key is named. */
export interface Assignment {
  readonly column: string
  readonly value: Value
  readonly isEntry: boolean
}

/** Columns that may be typed with hyphens or cut short, in full. @source vswitch.ovsschema 8.3.1 */
const COLUMNS = [
  'name',
  'select_all',
  'select_src_port',
  'select_dst_port',
  'select_vlan',
  'output_port',
  'output_vlan',
  'snaplen',
  'filter',
  'mirrors',
  'netflow',
  'sflow',
  'ipfix',
  'type',
  'options',
  'targets',
] as const

/** Elements of a set that a run keeps in mind; a bridge holds 32 mirrors. @source ovs ofproto/ofproto-dpif-mirror.c, MAX_MIRRORS */
const MAX_ELEMENTS = 256

/** `column=value` or `column:key=value`; undefined for anything else. */
export function readAssignment(word: string): Assignment | undefined {
  const [, name, key, text] = /^([\w-]{1,64})(?::([^=]{1,64}))?=(.*)$/s.exec(word) ?? []
  if (name === undefined || text === undefined) return undefined
  const column = columnNamed(name)
  if (key === undefined) return { column, value: parseValue(text), isEntry: false }
  const value = parseValue(text)
  return { column, value: new Map([[key, isEntries(value) ? text : value.join(',')]]), isEntry: true }
}

/** @source ovs-vsctl(8), Database Commands: names of columns in any case, `-` for `_`, cut where that is unique */
export function columnNamed(name: string): string {
  const wanted = name.toLowerCase().replaceAll('-', '_')
  const cut = COLUMNS.filter((column) => column.startsWith(wanted))
  return COLUMNS.find((column) => column === wanted) ?? (cut.length === 1 ? cut[0] : undefined) ?? wanted
}

/** The column with what a command adds to it or takes from it. */
export function combine(before: Value | undefined, change: Value, does: 'add' | 'remove'): Value {
  if (isEntries(change) || isEntries(before))
    return combineEntries(isEntries(before) ? before : new Map(), change, does)
  const old = before ?? []
  if (does === 'remove') return old.filter((word) => !change.includes(word))
  return [...new Set([...old, ...change])].slice(-MAX_ELEMENTS)
}

function combineEntries(before: ReadonlyMap<string, string>, change: Value, does: 'add' | 'remove'): Value {
  const entries = new Map(before)
  const keys = isEntries(change) ? [...change.keys()] : change
  for (const key of keys) {
    if (does === 'remove') entries.delete(key)
    else entries.set(key, isEntries(change) ? (change.get(key) ?? '') : '')
  }
  return entries
}
