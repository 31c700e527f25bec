/** What a run of commands has made of a switch so far, as rows: read the same way as a snapshot. */
import { wordOf, wordsOf } from '../database/cells.ts'
import type { Database, Row, Table } from '../database/tables.ts'
import type { Value } from '../database/values.ts'

/** Rows of one table that a run keeps in mind from one call to the next. */
const MAX_ROWS = 128

/** Rows that commands made or named. Ports, interfaces and bridges have their names for ids. */
export class SwitchState {
  readonly #tables = new Map<Table, Map<string, Row>>()

  /** A row by id, or by name, as commands may name a mirror. */
  find(table: Table, record: string): Row | undefined {
    const rows = this.#tables.get(table)
    const byId = rows?.get(record)
    if (byId !== undefined) return byId
    const namesakes = [...(rows?.values() ?? [])].filter((row) => wordOf(row, 'name') === record)
    return namesakes.length === 1 ? namesakes[0] : undefined
  }

  /** Puts columns onto a row, which is made where there was none. */
  put(table: Table, id: string, columns: ReadonlyMap<string, Value>): void {
    const rows = this.#tables.get(table) ?? new Map<string, Row>()
    this.#tables.set(table, rows)
    const before = rows.get(id)
    rows.set(id, { id, columns: new Map([...(before?.columns ?? []), ...columns]), said: [] })
  }

  /** Forgets the oldest rows beyond what is kept in mind. */
  trim(): void {
    for (const rows of this.#tables.values())
      for (const id of [...rows.keys()].slice(0, Math.max(0, rows.size - MAX_ROWS))) rows.delete(id)
  }

  delete(table: Table, id: string): void {
    this.#tables.get(table)?.delete(id)
  }

  rows(table: Table): readonly Row[] {
    return [...(this.#tables.get(table)?.values() ?? [])]
  }

  /** The switch itself drops a mirror that no bridge names. @source RFC 7047, section 3.2, `isRoot` */
  dropUnnamedMirrors(): void {
    const named = new Set(this.rows('Bridge').flatMap((bridge) => wordsOf(bridge, 'mirrors')))
    for (const { id } of this.rows('Mirror')) if (!named.has(id)) this.delete('Mirror', id)
  }

  database(): Database {
    return new Map([...this.#tables].map(([table, rows]) => [table, [...rows.values()]]))
  }
}
