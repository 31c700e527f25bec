/** Turns an export into the records that are in it: one input of lines, one of JSON objects, one of records of several lines. */
import { JsonSplitter } from '../../kit/json-splitter.ts'
import { spooledInput } from '../_unpacking/member.ts'
import { peek } from '../_unpacking/peek.ts'
import { Spool } from '../_unpacking/spool.ts'
import { type Input, InputError, type InputFailure } from '../contract.ts'
import { CsvSplitter, parseCsvRecord } from './csv/csv-splitter.ts'
import type { CsvLayout } from './csv/recognise-csv.ts'
import { recogniseExport } from './recognise.ts'
import { type ExportRecord, parseObject } from './records.ts'
import { type Unwrapped, unwrap } from './unwrap.ts'

/** What the parts of an export are called, in the order in which they are given. */
const PARTS = { block: 'blocks', line: 'lines', object: 'objects' } as const

/** More lines than these hide what follows from a look at the first 64 KiB. */
const MANY_LINES = 16 * 1024

const WINDOW_BYTES = 1024 * 1024

/**
 * In `export.csv!lines` and `export.csv!objects`, line N is the record number N of the export (the header of a table being the first):
 * a record of the other kind leaves its line empty. Reports `TW_INPUT_CUT_OFF`, and `TW_INPUT_DAMAGED` with the number of records that
 * are none.
 */
export async function* unpackExport(input: Input, report: (failure: InputFailure) => void): AsyncIterable<Input> {
  const peeked = await peek(input)
  const parts = new ExportParts(input.path)
  try {
    const layout = recogniseExport(peeked.head)
    if (layout !== undefined) {
      const reader = layout.form === 'csv' ? new CsvExport(layout, parts) : new JsonExport(parts)
      const failure = await readAll(peeked.input, reader)
      if (reader.faults > 0) report(damaged(input.path, reader.faults))
      if (failure !== undefined) report(failure)
    }
    yield* parts.inputs()
  } finally {
    parts.close()
    await peeked.close()
  }
}

/** What goes over the bytes of an export; `true` from `finish` says that they end inside a record. */
interface ExportReader {
  readonly faults: number
  split(bytes: Buffer, filled: number): void
  release(filled: number): number
  finish(): boolean
}

async function readAll(input: Input, reader: ExportReader): Promise<InputFailure | undefined> {
  const window = new ExportWindow(reader)
  try {
    if (input.openSync === undefined) for await (const chunk of input.open()) window.add(chunk)
    else addAll(input.openSync(), window)
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause
    reader.finish()
    return cause
  }
  return reader.finish() ? cutOff(input.path) : undefined
}

function addAll(file: ReturnType<NonNullable<Input['openSync']>>, window: ExportWindow): void {
  const chunk = new Uint8Array(WINDOW_BYTES)
  try {
    for (let bytes = file.read(chunk); bytes > 0; bytes = file.read(chunk)) window.add(chunk.subarray(0, bytes))
  } finally {
    file.close()
  }
}

/** The bytes at hand: what a reader has not released, and what came last. Grows to twice the largest record. */
class ExportWindow {
  readonly #reader: ExportReader
  #bytes = Buffer.alloc(2 * WINDOW_BYTES)
  #filled = 0

  constructor(reader: ExportReader) {
    this.#reader = reader
  }

  add(chunk: Uint8Array): void {
    while (this.#filled + chunk.length > this.#bytes.length)
      this.#bytes = Buffer.concat([this.#bytes], 2 * this.#bytes.length)
    this.#bytes.set(chunk, this.#filled)
    this.#filled += chunk.length
    this.#reader.split(this.#bytes, this.#filled)
    const drop = this.#reader.release(this.#filled)
    this.#bytes.copyWithin(0, drop, this.#filled)
    this.#filled -= drop
  }
}

class JsonExport implements ExportReader {
  faults = 0
  readonly #parts: ExportParts
  readonly #splitter: JsonSplitter
  #bytes: Buffer = Buffer.alloc(0)

  constructor(parts: ExportParts) {
    this.#parts = parts
    this.#splitter = new JsonSplitter({
      onRecord: ({ from, to }) => this.#record(this.#bytes.toString('utf8', from, to)),
      onFault: () => this.#fault(),
    })
  }

  split(bytes: Buffer, filled: number): void {
    this.#bytes = bytes
    this.#splitter.split(bytes, filled)
  }

  release(filled: number): number {
    return this.#splitter.release(filled)
  }

  /** What the end cut off is no fault of its own. */
  finish(): boolean {
    const { faults } = this
    const isCut = this.#splitter.finish() !== undefined
    this.faults = faults
    return isCut
  }

  #record(text: string): void {
    const record = parseObject(text)
    if (record === undefined) this.#fault()
    else this.#parts.add(unwrap(record, text))
  }

  #fault(): void {
    this.faults += 1
    this.#parts.skip()
  }
}

class CsvExport implements ExportReader {
  faults = 0
  readonly #layout: CsvLayout
  readonly #parts: ExportParts
  readonly #splitter: CsvSplitter
  #bytes: Buffer = Buffer.alloc(0)
  #isHeader = true

  constructor(layout: CsvLayout, parts: ExportParts) {
    this.#layout = layout
    this.#parts = parts
    this.#splitter = new CsvSplitter(layout.delimiter, {
      onRecord: ({ from, to }) => this.#record(this.#bytes.toString('utf8', from, to)),
      onFault: () => this.#fault(),
    })
  }

  split(bytes: Buffer, filled: number): void {
    this.#bytes = bytes
    this.#splitter.split(bytes, filled)
  }

  release(): number {
    return this.#splitter.release()
  }

  finish(): boolean {
    return this.#splitter.finish()
  }

  #record(text: string): void {
    if (this.#isHeader || text === '') this.#parts.skip()
    else this.#parts.add(unwrap(this.#toRow(parseCsvRecord(text, this.#layout.delimiter))))
    this.#isHeader &&= text === ''
  }

  /** Fields beyond the header keep the number of their column. */
  #toRow(fields: readonly string[]): ExportRecord {
    return Object.fromEntries(fields.map((field, at) => [this.#layout.columns[at] ?? `column ${at + 1}`, field]))
  }

  #fault(): void {
    this.faults += 1
    this.#parts.skip()
  }
}

/** The inner records, kind by kind, each on the line of its number. */
class ExportParts {
  readonly #path: string
  readonly #parts = new Map<Unwrapped['kind'], { readonly spool: Spool; lines: number }>()
  #number = 0

  constructor(path: string) {
    this.#path = path
  }

  /** A record that is none still has its number. */
  skip(): void {
    this.#number += 1
  }

  add({ kind, text }: Unwrapped): void {
    this.#number += 1
    const part = this.#parts.get(kind) ?? { spool: new Spool(this.#path), lines: 0 }
    this.#parts.set(kind, part)
    // Records of several lines are ended by an empty line and not numbered.
    const before = kind === 'block' ? '' : emptyLines(kind, this.#number - 1 - part.lines)
    part.spool.append(Buffer.from(`${before}${text}${kind === 'block' ? '\n\n' : '\n'}`))
    part.lines = this.#number
  }

  *inputs(): Generator<Input> {
    for (const kind of ['block', 'line', 'object'] as const) {
      const spool = this.#parts.get(kind)?.spool
      if (spool === undefined) continue
      yield spooledInput(spool, { from: 0, length: spool.size, path: `${this.#path}!${PARTS[kind]}` })
    }
  }

  close(): void {
    for (const { spool } of this.#parts.values()) spool.close()
  }
}

/** Objects behind very many empty lines would not be known as JSON any more: an empty one comes first then. */
function emptyLines(kind: Unwrapped['kind'], lines: number): string {
  return kind === 'object' && lines > MANY_LINES ? `{}${'\n'.repeat(lines)}` : '\n'.repeat(lines)
}

function cutOff(path: string): InputFailure {
  return { path, code: 'TW_INPUT_CUT_OFF', message: `${path}: ends inside a record` }
}

function damaged(path: string, faults: number): InputFailure {
  const message = `${path}: ${faults} of its records ${faults === 1 ? 'is' : 'are'} broken or too large and could not be read`
  return { path, code: 'TW_INPUT_DAMAGED', message }
}
