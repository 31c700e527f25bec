/** A row as evidence shows it: what decides a mirror, without the dozens of columns that are empty or beside the point. */
import type { Table } from './tables.ts'

const SHOWN = [
  'name',
  'type',
  'options',
  'mirrors',
  'select_all',
  'select_src_port',
  'select_dst_port',
  'select_vlan',
  'output_port',
  'output_vlan',
  'snaplen',
  'filter',
  'targets',
] as const

/** `Mirror {"name":"span0","output_port":["uuid","e2143b96-…"]}`, values as written. */
export function sayRow(table: Table, members: Readonly<Record<string, unknown>>): string {
  const said = SHOWN.flatMap((column) => (isEmpty(members[column]) ? [] : [[column, members[column]] as const]))
  return `${table} ${JSON.stringify(Object.fromEntries(said))}`
}

/** Nothing, `false`, `""`, `[]`, `["set",[]]`, `["map",[]]`. */
function isEmpty(value: unknown): boolean {
  if (!Array.isArray(value)) return value === undefined || value === null || value === false || value === ''
  const [kind, content] = value
  return value.length === 0 || ((kind === 'set' || kind === 'map') && Array.isArray(content) && content.length === 0)
}
