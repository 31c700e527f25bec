/** Rows out of what `ovsdb-client dump` and `ovs-vsctl list` print, in any of their layouts, many commands in one text. */
import { sayRow } from './say-row.ts'
import { type Database, type Row, type SaidLine, type Table, tableWith } from './tables.ts'
import { isEntries, isObject, parseValue, readJsonValue, type Value } from './values.ts'

/** A column of the table layout: from which character to which. */
interface Span {
  readonly name: string
  readonly from: number
  readonly to: number | undefined
}

const RULE = /^-+(?: -+)*\s*$/
/** @source ovs lib/table.c, list layout: the name padded to 20 characters, a colon, a blank */
const LIST_LINE = /^([a-z][a-z0-9_]{0,63}|_uuid|_version)\s{0,24}: ?(.*)$/i
const MAX_ROWS = 65_536

/** Reads every table that it recognises by its columns; the rest of the text is passed over. Never throws. */
export function readText(text: string): Database {
  const reader = new TextReader()
  for (const [index, line] of text.split('\n').entries()) reader.read(line.trimEnd(), index + 1)
  return reader.finish()
}

class TextReader {
  readonly #tables = new Map<Table, Row[]>()
  #rows = 0
  #previous = ''
  #spans: { readonly table: Table; readonly columns: readonly Span[] } | undefined
  #record: { readonly columns: Map<string, Value>; readonly said: SaidLine[] } | undefined

  read(text: string, line: number): void {
    if (text === '') this.#end()
    else if (RULE.test(text)) this.#open(this.#previous, text)
    else if (this.#spans !== undefined) this.#cut(this.#spans, { line, text })
    else if (text.startsWith('{"')) this.#readJson({ line, text })
    else this.#readListLine({ line, text })
    this.#previous = text
  }

  finish(): Database {
    this.#end()
    return this.#tables
  }

  #end(): void {
    this.#spans = undefined
    if (this.#record === undefined) return
    const { columns, said } = this.#record
    this.#record = undefined
    const table = columns.has('_uuid') ? tableWith([...columns.keys()]) : undefined
    if (table !== undefined) this.#add(table, columns, said)
  }

  #open(headings: string, rule: string): void {
    this.#end()
    const starts = [...rule.matchAll(/-+/g)].map(({ index }) => index)
    const columns = starts.map((from, at) => ({
      name: headings.slice(from, starts[at + 1]).trim(),
      from,
      to: starts[at + 1],
    }))
    const table = tableWith(columns.map(({ name }) => name))
    if (table === undefined) return
    this.#spans = { table, columns }
    this.#rowsOf(table)
  }

  #cut({ table, columns }: { readonly table: Table; readonly columns: readonly Span[] }, said: SaidLine): void {
    const cells = columns.map(({ name, from, to }) => [name, parseValue(said.text.slice(from, to))] as const)
    this.#add(table, new Map(cells), [said])
  }

  #readListLine(said: SaidLine): void {
    const [, name, value = ''] = LIST_LINE.exec(said.text) ?? []
    if (name === undefined) return this.#end()
    if (name === '_uuid') this.#end()
    this.#record ??= { columns: new Map(), said: [] }
    this.#record.columns.set(name, parseValue(value))
    this.#record.said.push(said)
  }

  /** @source ovs lib/table.c, JSON layout: `{"caption":"Mirror table","data":[[…]],"headings":["_uuid",…]}` */
  #readJson({ line, text }: SaidLine): void {
    this.#end()
    const shown = readTable(text)
    const table = shown === undefined ? undefined : tableWith(shown.headings)
    if (shown === undefined || table === undefined) return
    this.#rowsOf(table)
    for (const cells of shown.data) {
      const columns = new Map(shown.headings.map((name, at) => [name, readJsonValue(cells[at])]))
      this.#add(table, columns, [{ line, text: sayRow(table, toMembers(shown.headings, cells)) }])
    }
  }

  #add(table: Table, columns: ReadonlyMap<string, Value>, said: readonly SaidLine[]): void {
    if (this.#rows === MAX_ROWS) return
    this.#rows += 1
    const id = columns.get('_uuid')
    this.#rowsOf(table).push({ id: isEntries(id) ? '' : (id?.[0] ?? ''), columns, said })
  }

  #rowsOf(table: Table): Row[] {
    const rows = this.#tables.get(table) ?? []
    this.#tables.set(table, rows)
    return rows
  }
}

function toMembers(headings: readonly string[], cells: readonly unknown[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(headings.map((name, at) => [name, cells[at]]))
}

interface ShownTable {
  readonly headings: readonly string[]
  readonly data: readonly (readonly unknown[])[]
}

function readTable(text: string): ShownTable | undefined {
  try {
    return asTable(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** One table of the JSON layout, undefined for any other value. */
export function asTable(value: unknown): ShownTable | undefined {
  if (!isObject(value) || !Array.isArray(value['headings']) || !Array.isArray(value['data'])) return undefined
  return { headings: value['headings'].map(String), data: value['data'].filter((row) => Array.isArray(row)) }
}
