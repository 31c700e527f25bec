/** Rows of the switch's database, from whatever text they were read. */
import type { Value } from './values.ts'

/** A line of the evidence that says a row, in its own words or cut down to the row. Counts from 1. */
export interface SaidLine {
  readonly line: number
  readonly text: string
}

/** `{ id: '6a614537-…', columns: { name: ['span0'], output_port: ['e2143b96-…'] }, said: [{ line: 12, text: '…' }] }`. */
export interface Row {
  /** Its `_uuid`; empty where the text does not show it. */
  readonly id: string
  readonly columns: ReadonlyMap<string, Value>
  readonly said: readonly SaidLine[]
}

/** Tables that matter here. */
export const TABLES = ['Open_vSwitch', 'Bridge', 'Port', 'Interface', 'Mirror', 'NetFlow', 'sFlow', 'IPFIX'] as const
export type Table = (typeof TABLES)[number]

/** The rows of each table that was shown; of a table that is not there nothing is known. */
export type Database = ReadonlyMap<Table, readonly Row[]>

/** A column that only this table of this database has: other databases have a table `Mirror` or `Port_Binding`, too. */
const MARK: Readonly<Record<Table, readonly string[]>> = {
  Open_vSwitch: ['bridges'],
  Bridge: ['mirrors', 'datapath_type'],
  Port: ['bond_mode', 'bond_fake_iface'],
  Interface: ['ofport', 'ifindex'],
  Mirror: ['output_port', 'output_vlan', 'select_all'],
  NetFlow: ['active_timeout', 'engine_id'],
  sFlow: ['polling'],
  IPFIX: ['obs_domain_id', 'cache_active_timeout'],
}

/**
 * Which table has these columns; undefined for one that does not matter here.
 *
 * @source vswitch.ovsschema 8.3.1
 */
export function tableWith(columns: readonly string[]): Table | undefined {
  return TABLES.find((table) => MARK[table].some((mark) => columns.includes(mark)))
}

/** `mirror`, `Mirror`, `open`: a table's name in any case and cut, as commands may have it. */
export function tableNamed(name: string): Table | undefined {
  const wanted = name.toLowerCase().replaceAll('-', '_')
  return (
    TABLES.find((table) => table.toLowerCase() === wanted) ??
    (wanted === '' ? undefined : TABLES.find((table) => table.toLowerCase().startsWith(wanted)))
  )
}
