/** What single cells of rows say. */
import type { Database, Row, Table } from './tables.ts'
import { isEntries } from './values.ts'

/** The rows of a table, none where it was not shown. */
export function rowsOf(database: Database, table: Table): readonly Row[] {
  return database.get(table) ?? []
}

/** The elements of a set, without empty ones. */
export function wordsOf(row: Row, column: string): readonly string[] {
  const value = row.columns.get(column)
  return value === undefined || isEntries(value) ? [] : value.filter((word) => word !== '')
}

/** The value of a scalar; undefined where it is empty. */
export function wordOf(row: Row, column: string): string | undefined {
  return wordsOf(row, column)[0]
}

/** A whole number; undefined where there is none. */
export function numberOf(row: Row, column: string): number | undefined {
  const word = wordOf(row, column)
  return word !== undefined && /^\d{1,9}$/.test(word) ? Number(word) : undefined
}

/** An entry of a map column. `entryOf(row, 'options', 'remote_ip')` */
export function entryOf(row: Row, column: string, key: string): string | undefined {
  const value = row.columns.get(column)
  const text = isEntries(value) ? value.get(key) : undefined
  return text === '' ? undefined : text
}
