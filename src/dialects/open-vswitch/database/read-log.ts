/**
 * The database file of the switch (`conf.db`, or what `ovsdb-client backup` prints): a schema and then one transaction after the
 * other, so that it tells every state since it was last compacted, each with its time.
 */
import { type Instant, toInstant } from '../../../kit/instant.ts'
import { sayRow } from './say-row.ts'
import { type Database, type Row, TABLES, type Table } from './tables.ts'
import { isEntries, isObject, readJsonValue, type Value } from './values.ts'

/** @source ovs ovsdb/log.c: `OVSDB JSON <length> <sha1>`, then that many bytes of JSON, which end a line */
export const LOG_HEADER = /^OVSDB JSON \d{1,12} [0-9a-f]{40}$/

/** The database after one transaction that may have changed a mirror. */
export interface LoggedState {
  readonly database: Database
  /** When it was committed; undefined where the transaction does not say. */
  readonly at: Instant | undefined
  /** The transaction as written. */
  readonly text: string
}

/** What a file tells. */
export interface ReadLog {
  /** Oldest first; the last is what the file ends with. */
  readonly states: readonly LoggedState[]
  /** The first line that is no transaction, where reading ended; undefined when all were. */
  readonly brokenAt: number | undefined
}

/** States before the last so many are not told one by one: they cost a whole look at the mirrors each. */
const MAX_STATES = 128
/** Lines kept of a row that many transactions changed. */
const MAX_SAID = 4

interface Transaction {
  readonly value: Readonly<Record<string, unknown>>
  readonly text: string
  readonly line: number
}

/** Reads a file from its schema on. Never throws. */
export function readLog(text: string): ReadLog {
  const { transactions, brokenAt } = readTransactions(text)
  const [schema, ...changes] = transactions
  if (schema === undefined) return { states: [], brokenAt }
  const fold = new Fold(compositesOf(schema.value))
  const telling = new Set(changes.filter(maySayMirror).slice(-MAX_STATES))
  const last = changes.at(-1) ?? schema
  const states: LoggedState[] = []
  for (const change of changes) {
    fold.apply(change)
    if (telling.has(change) || change === last) states.push(toState(change, fold))
  }
  return { states: states.length === 0 ? [toState(last, fold)] : states, brokenAt }
}

function toState({ value, text }: Transaction, fold: Fold): LoggedState {
  const date = value['_date']
  return { database: fold.state(), at: typeof date === 'number' ? toInstant(date) : undefined, text }
}

/** OVSDB itself stops at the first record that is broken. */
function readTransactions(text: string): { transactions: readonly Transaction[]; brokenAt: number | undefined } {
  const transactions: Transaction[] = []
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at += 2) {
    const [header = '', body = ''] = [lines[at], lines[at + 1]]
    if (header === '' && at >= lines.length - 1) break
    const value = LOG_HEADER.test(header) ? parse(body) : undefined
    if (value === undefined) return { transactions, brokenAt: at + 1 }
    transactions.push({ value, text: body, line: at + 2 })
  }
  return { transactions, brokenAt: undefined }
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function maySayMirror({ value }: Transaction): boolean {
  return ['Mirror', 'Bridge', 'Interface'].some((table) => table in value)
}

/**
 * Columns that hold more than one element, by table and name: of these a transaction tells what differs, of all others the value.
 *
 * @source RFC 7047, section 3.2: `"type": { "key": …, "min": 0, "max": "unlimited" }`; ovs ovsdb/file.c, `_is_diff`
 */
function compositesOf(schema: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const tables = isObject(schema['tables']) ? Object.entries(schema['tables']) : []
  const composites = tables.flatMap(([table, said]) => {
    const columns = isObject(said) && isObject(said['columns']) ? Object.entries(said['columns']) : []
    return columns.flatMap(([column, type]) => (holdsMany(type) ? [`${table} ${column}`] : []))
  })
  return new Set(composites)
}

function holdsMany(column: unknown): boolean {
  const type = isObject(column) ? column['type'] : undefined
  const max = isObject(type) ? type['max'] : undefined
  return max === 'unlimited' || (typeof max === 'number' && max > 1)
}

/** All rows as of the transactions so far. */
class Fold {
  readonly #composites: ReadonlySet<string>
  readonly #tables = new Map<Table, Map<string, Row>>(TABLES.map((table) => [table, new Map()]))

  constructor(composites: ReadonlySet<string>) {
    this.#composites = composites
  }

  apply({ value, line }: Transaction): void {
    const isDiff = value['_is_diff'] === true
    for (const [table, rows] of this.#tables) {
      const changes = value[table]
      if (!isObject(changes)) continue
      for (const [id, change] of Object.entries(changes)) {
        if (isObject(change)) rows.set(id, this.#changed(rows.get(id), { table, id, change, line, isDiff }))
        else rows.delete(id)
      }
    }
  }

  state(): Database {
    return new Map([...this.#tables].map(([table, rows]) => [table, [...rows.values()]]))
  }

  #changed(before: Row | undefined, to: RowChange): Row {
    const columns = new Map(before?.columns)
    for (const [column, written] of Object.entries(to.change)) {
      const value = readJsonValue(written)
      const differs = to.isDiff && this.#composites.has(`${to.table} ${column}`)
      columns.set(column, differs ? applyDifference(columns.get(column), value) : value)
    }
    const said = { line: to.line, text: sayRow(to.table, to.change) }
    return { id: to.id, columns, said: [...(before?.said ?? []), said].slice(-MAX_SAID) }
  }
}

interface RowChange {
  readonly table: Table
  readonly id: string
  readonly change: Readonly<Record<string, unknown>>
  readonly line: number
  readonly isDiff: boolean
}

/** Of a set what is in one of both; of a map an entry told again is gone. @source ovs lib/ovsdb-data.c, ovsdb_datum_apply_diff */
function applyDifference(before: Value | undefined, difference: Value): Value {
  if (!isEntries(difference)) {
    const elements = new Set(isEntries(before) ? [] : before)
    for (const element of difference) if (!elements.delete(element)) elements.add(element)
    return [...elements]
  }
  const entries = new Map(isEntries(before) ? before : [])
  for (const [key, text] of difference) {
    if (entries.get(key) === text) entries.delete(key)
    else entries.set(key, text)
  }
  return entries
}
