/** Reads audit trails in JSON, record by record. */
import type { JsonRecord } from '../../../dialects/contract.ts'
import { parseExactJson } from '../../../kit/exact-json.ts'
import { JsonSplitter, MAX_RECORD_BYTES, type SplitFault, type SplitRecord } from '../../../kit/json-splitter.ts'
import type { InputReading } from '../input-reading.ts'
import { readingNote } from '../reading-summary.ts'
import { type Reader, RecordDesk } from '../record-desk.ts'
import { SampleGrid } from '../sample-grid.ts'
import type { Tracer } from '../trace.ts'
import { UnreadMirrorWords } from '../unread-mirror-words.ts'

const FAULTS: Readonly<Record<SplitFault, string>> = {
  broken: 'a record that is no JSON; reading went on behind it',
  'too-large': `a record larger than ${MAX_RECORD_BYTES} bytes was passed over`,
  stray: 'something between the records that is no record',
}

/** Offers every record that holds a needle to the JSON dialects, and counts all others. */
export async function readJson(reading: InputReading): Promise<void> {
  await splitJson(reading, new JsonReading(reading))
}

/** Who is shown the records of an input, and told of what is none. */
export interface JsonVisitor {
  visit(bytes: Buffer, split: SplitRecord): void
  fault(fault: SplitFault, line: number): void
  /** The line where something starts that the input's end cuts off. */
  finish(unfinishedLine: number | undefined): void
}

/** Cuts an input into its records; what was found is handed over window by window. */
export async function splitJson(reading: InputReading, visitor: JsonVisitor): Promise<void> {
  const splitter = new JsonSplitter({
    onRecord: (record) => visitor.visit(bytes, record),
    onFault: (fault, line) => visitor.fault(fault, line),
  })
  let { bytes, filled } = reading.window
  for (;;) {
    splitter.split(bytes, filled)
    await reading.deliver()
    const drop = splitter.release(filled)
    bytes.copyWithin(0, drop, filled)
    filled -= drop
    if (filled > bytes.length / 2) bytes = grow(bytes)
    const read = await reading.feed.read(bytes.subarray(filled))
    if (read === 0) break
    filled += read
  }
  visitor.finish(splitter.finish())
}

/** Twice the room; a record that does not fit into {@link MAX_RECORD_BYTES} is given up before it needs more. */
function grow(bytes: Buffer): Buffer {
  const grown = Buffer.from(new ArrayBuffer(bytes.length * 2))
  bytes.copy(grown)
  return grown
}

/** A record and the text that spells it. */
type WrittenJson = JsonRecord & { readonly text: string }

/** One record and what is known of it before it is parsed. */
interface Visit {
  readonly bytes: Buffer
  readonly split: SplitRecord
  /** A needle of a dialect, a word of mirrors or escaped text is in it. */
  readonly hit: boolean
  readonly readers: readonly Reader<JsonRecord>[]
  readonly sampled: boolean
  readonly tracer: Tracer | undefined
}

/** Offers records to the dialects. */
export class JsonReading implements JsonVisitor {
  readonly #reading: InputReading
  readonly #desk: RecordDesk<WrittenJson>
  readonly #unread: UnreadMirrorWords
  readonly #grid = new SampleGrid()

  constructor(reading: InputReading) {
    this.#reading = reading
    this.#desk = new RecordDesk<WrittenJson>(reading.tools.jsonReaders, reading)
    this.#unread = new UnreadMirrorWords(reading)
  }

  visit(bytes: Buffer, split: SplitRecord): void {
    const { tracer, tools } = this.#reading
    const hit = tools.jsonScanner.find(bytes, split.from, split.to) !== -1
    const readers = hit ? this.#readersFor(bytes, split) : []
    const told = tracer?.covers(split.firstLine, split.lastLine) === true ? tracer : undefined
    const visit: Visit = { bytes, split, hit, readers, sampled: this.#grid.take(split.offset), tracer: told }
    told?.say('framing', `record at lines ${split.firstLine} to ${split.lastLine}, offset ${split.offset}`)
    if (readers.length > 0) this.#offer(visit)
    else this.#passOver(visit)
  }

  fault(fault: SplitFault, line: number): void {
    const { report } = this.#reading
    report.count('unrecognised')
    const place = { path: report.path, line }
    report.note(readingNote(`reading/json-${fault}`, 'warning', { message: FAULTS[fault], place }))
  }

  finish(unfinishedLine: number | undefined): void {
    const { report, feed } = this.#reading
    this.#unread.note('records')
    if (unfinishedLine === undefined || feed.failure !== undefined) return
    const message = `${report.path}: ends inside what starts at line ${unfinishedLine}`
    report.fail({ path: report.path, code: 'TW_INPUT_CUT_OFF', message })
  }

  /** Escaped text may hide anybody's needle. */
  #readersFor(bytes: Buffer, { from, to }: SplitRecord): readonly Reader<JsonRecord>[] {
    const escaped = this.#reading.tools.escapeScanner.find(bytes, from, to) !== -1
    return escaped ? this.#desk.readers : this.#desk.selecting(bytes, from, to)
  }

  #offer({ bytes, split, readers, tracer }: Visit): void {
    for (const { dialect } of readers) tracer?.say('needles', `${dialect.id}: in the record`)
    const record = this.#parse(bytes, split)
    if (record === undefined) return this.fault('broken', split.firstLine)
    const claimedBy = this.#desk.offer(record, readers, tracer)
    if (claimedBy === undefined) this.#unread.look(bytes, { ...split, line: split.firstLine })
    this.#desk.hear(record, claimedBy)
  }

  #passOver({ bytes, split, hit, sampled, tracer }: Visit): void {
    this.#reading.report.count('not-selected')
    tracer?.say('outcome', 'not-selected: no needle of a dialect is in the record')
    if (hit) this.#unread.look(bytes, { ...split, line: split.firstLine })
    if (!sampled && this.#reading.coverage === 'sampled') return
    const record = this.#parse(bytes, split)
    if (record === undefined) return
    if (sampled) this.#desk.check(record)
    this.#desk.hear(record)
  }

  #parse(bytes: Buffer, { from, to, firstLine: line, offset }: SplitRecord): WrittenJson | undefined {
    const text = bytes.toString('utf8', from, to)
    const value = parseRecord(text)
    return value === undefined ? undefined : { text, value, place: { path: this.#reading.report.path, line, offset } }
  }
}

/** The object that a record spells; undefined for what is no JSON. */
export function parseRecord(text: string): JsonRecord['value'] | undefined {
  try {
    const value = parseExactJson(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
