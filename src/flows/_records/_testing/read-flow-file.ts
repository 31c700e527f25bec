/** Reads a whole file as the engine does, and shows its rows in words. */
import assert from 'node:assert/strict'
import { CARRIERS } from '../../../facts/carriers.data.ts'
import { parseExactJson } from '../../../kit/exact-json.ts'
import { toInstant } from '../../../kit/instant.ts'
import { JsonSplitter } from '../../../kit/json-splitter.ts'
import { addressText } from '../../_row/address-words.ts'
import { FlowRow } from '../../_row/flow-row.ts'
import type { FlowFormat, FlowSink } from '../../contract.ts'
import { startsAsJson } from '../sample-objects.ts'

type Value = string | number

/** A row with what it says, and nothing else: `{ from: '192.0.2.1', to: '198.51.100.200', protocol: 47, … }`. */
export type RowInWords = Readonly<Record<string, Value>>

/** What became of a file. */
export interface FileRead {
  readonly rows: readonly RowInWords[]
  readonly irrelevant: number
  readonly unrecognised: number
  readonly notes: readonly string[]
}

/** Reads text as a file of this format. Fails where what a session answers and what it took disagree. */
export function readFlowFile(format: FlowFormat, text: string): FileRead {
  assert.ok(format.file !== undefined)
  const isJson = format.file.framing === 'json' || (format.file.framing === 'either' && startsAsJson(text))
  return readRecords(format, isJson ? jsonRecords(text) : text.split('\n').filter((line) => line !== ''))
}

/** The same for records that are already apart. */
export function readRecords(format: FlowFormat, records: readonly (string | object)[]): FileRead {
  const sink = new CollectingSink()
  const session = format.file?.open()
  const ended = { rows: 0, irrelevant: 0, unrecognised: 0 }
  for (const record of records) {
    const before = sink.rows.length
    const end = session?.read(record as string, sink) ?? 'unrecognised'
    assert.equal(sink.rows.length > before, end === 'rows')
    ended[end] += 1
  }
  assert.equal(ended.rows + ended.irrelevant + ended.unrecognised, records.length)
  return { rows: sink.rows, irrelevant: ended.irrelevant, unrecognised: ended.unrecognised, notes: sink.notes }
}

/** The objects of a JSON file, as the engine frames and parses them. */
export function jsonRecords(text: string): readonly object[] {
  const bytes = Buffer.from(text)
  const found: object[] = []
  const splitter = new JsonSplitter({
    onRecord: ({ from, to }) => found.push(parseExactJson(bytes.toString('utf8', from, to)) as object),
    onFault: (fault, line) => assert.fail(`${fault} at line ${line}`),
  })
  splitter.split(bytes, bytes.length)
  splitter.finish()
  return found
}

class CollectingSink implements FlowSink {
  readonly row = new FlowRow()
  readonly rows: RowInWords[] = []
  readonly notes: string[] = []
  #observer: Readonly<Record<string, string>> = {}

  take(as: 'record' | 'flow-sample' | 'packet'): void {
    this.rows.push({ ...inWords(this.row), ...this.#observer, ...(as === 'record' ? {} : { as }) })
  }

  count(): void {}
  interfaceName(): void {}
  portCounters(): void {}

  observer(by: 'address' | 'hostname' | 'account', value: string): void {
    this.#observer = value === '' ? {} : { observedBy: `${by} ${value}` }
  }

  note(code: string, message: string): void {
    this.notes.push(`${code}: ${message}`)
  }
}

/** Numbers that are neither what `reset` leaves nor whole are a mistake of the reader. */
function inWords(row: FlowRow): RowInWords {
  for (const value of Object.values(row)) assert.ok(Number.isSafeInteger(value), String(value))
  const blank = new FlowRow()
  const { carrier, startMs, endMs, ...rest } = row
  const plain = Object.entries(rest).filter(
    ([name, value]) =>
      !/^(?:source|destination)[A-D]$/.test(name) &&
      value !== Object.entries(blank).find(([other]) => other === name)?.[1],
  )
  return {
    from: addressText([row.sourceA, row.sourceB, row.sourceC, row.sourceD]),
    to: addressText([row.destinationA, row.destinationB, row.destinationC, row.destinationD]),
    ...Object.fromEntries(plain),
    ...(carrier === 0 ? {} : { carrier: CARRIERS[carrier]?.name ?? 'no such carrier' }),
    ...(startMs === 0 ? {} : { start: toInstant(startMs) ?? 'no such time' }),
    ...(endMs === 0 ? {} : { end: toInstant(endMs) ?? 'no such time' }),
  }
}
