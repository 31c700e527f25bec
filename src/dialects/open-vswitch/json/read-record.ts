/** One JSON record that holds the tables of a switch together: answers of the database, and rows as programs keep them. */
import type { JsonReader, JsonRecord, ReadContext, Reading } from '../../contract.ts'
import { tellMoment } from '../config/snapshot.ts'
import { asTable } from '../database/read-text.ts'
import { sayRow } from '../database/say-row.ts'
import { type Database, type Row, TABLES, type Table, tableWith } from '../database/tables.ts'
import { isObject, readJsonValue } from '../database/values.ts'

type Members = Readonly<Record<string, unknown>>

/** Every record that can become a fact names one of these columns of a bridge or mirror. */
export const jsonReader: JsonReader = {
  needles: ['"mirrors"', '"output_port"', '"select_all"'],
  read: readRecord,
  hear: () => undefined,
}

/** Undefined where no bridge or mirror of a switch is in it. Never throws. */
function readRecord({ value, place }: JsonRecord, context: ReadContext): Reading | undefined {
  const database = readTables(tablesIn(value))
  if (!database.has('Bridge') && !database.has('Mirror')) return readTableAlone(value)
  const identity = { written: JSON.stringify(value), writtenTime: '' }
  const told = tellMoment({ database, identity, time: { basis: 'none' }, place, cutOff: false }, context)
  const { length } = told.mirrors
  const because = `configuration with ${length} mirror session${length === 1 ? '' : 's'}`
  return { facts: told.facts, notes: [], outcome: 'modelled', because }
}

/** `ovs-vsctl --format=json list Mirror` and kin print each table as a record of its own, which refers to the others by id. */
function readTableAlone(value: Members): Reading | undefined {
  const table = tableWith(asTable(value)?.headings ?? [])
  if (table === undefined) return undefined
  const because = `table ${table} alone, without those that it refers to; the layouts list and table are read together`
  return { facts: [], notes: [], outcome: table === 'Mirror' ? 'unsupported' : 'irrelevant', because }
}

/** As it is, or the answer and the update of a monitor. @source RFC 7047, sections 4.1.5 and 4.1.6 */
function tablesIn(value: Members): Members {
  const { result, params } = value
  if (isObject(result)) return result
  return Array.isArray(params) && isObject(params[1]) ? params[1] : value
}

function readTables(members: Members): Database {
  return new Map(
    TABLES.flatMap((table): readonly (readonly [Table, readonly Row[]])[] => {
      const rows = rowsIn(members[table], table)
      return rows === undefined || !isTable(rows, table) ? [] : [[table, rows]]
    }),
  )
}

/** Other databases have tables of these names: some column must be the switch's own. */
function isTable(rows: readonly Row[], table: Table): boolean {
  if (table !== 'Bridge' && table !== 'Mirror') return true
  return rows.length === 0 || rows.some(({ columns }) => tableWith([...columns.keys()]) === table)
}

/** A list of rows, or rows by id. */
function rowsIn(value: unknown, table: Table): readonly Row[] | undefined {
  if (Array.isArray(value)) return value.filter(isObject).map((row) => toRow(row, undefined, table))
  if (!isObject(value)) return undefined
  return Object.entries(value).flatMap(([id, row]) => (isObject(row) ? toRow(newest(row), id, table) : []))
}

function newest(row: Members): Members {
  const { new: after, initial } = row
  if (isObject(after)) return after
  return isObject(initial) ? initial : row
}

function toRow(row: Members, key: string | undefined, table: Table): Row {
  const columns = new Map(Object.entries(row).map(([name, value]) => [name, readJsonValue(value)]))
  const written = columns.get('_uuid')
  const id = key ?? (Array.isArray(written) ? written[0] : undefined) ?? ''
  return { id, columns, said: [{ line: 1, text: sayRow(table, row) }] }
}
