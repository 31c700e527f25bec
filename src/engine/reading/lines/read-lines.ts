/** Reads logs and accounting files line by line. */
import type { LineRecord } from '../../../dialects/contract.ts'
import type { InputReading } from '../input-reading.ts'
import { readingNote } from '../reading-summary.ts'
import { type Reader, RecordDesk } from '../record-desk.ts'
import type { Tracer } from '../trace.ts'
import { UnreadMirrorWords } from '../unread-mirror-words.ts'
import { MAX_LINE_BYTES, scanLines, type VisitedLine } from './scan-lines.ts'

/** Offers every line that holds a needle to the line dialects, and counts all others. */
export async function readLines(reading: InputReading): Promise<void> {
  const lines = new LineReading(reading)
  const total = await scanLines(reading.feed, reading.window, {
    scanner: reading.tools.lineScanner,
    every: reading.coverage === 'exact' || reading.tracer !== undefined,
    visit: (line) => lines.visit(line),
    afterWindow: reading.deliver,
  })
  lines.finish(total)
}

class LineReading {
  readonly #reading: InputReading
  readonly #desk: RecordDesk<LineRecord>
  readonly #unread: UnreadMirrorWords

  constructor(reading: InputReading) {
    this.#reading = reading
    this.#desk = new RecordDesk(reading.tools.lineReaders, reading)
    this.#unread = new UnreadMirrorWords(reading)
  }

  visit(line: VisitedLine): void {
    const readers = line.selected ? this.#readersFor(line) : []
    const { tracer } = this.#reading
    const told = tracer?.covers(line.number) === true ? tracer : undefined
    for (const { dialect } of readers) told?.say('needles', `${dialect.id}: in the line`)
    if (readers.length > 0) this.#offer(line, { readers, tracer: told })
    else this.#passOver(line)
    if (readers.length === 0) told?.say('outcome', 'not-selected: no needle of a dialect is in the line')
  }

  finish(total: number): void {
    const { report } = this.#reading
    report.count('not-selected', total - report.counted)
    this.#unread.note('lines')
  }

  /** Of a long line only the start is at hand, so that the needle may be out of sight. */
  #readersFor(line: VisitedLine): readonly Reader<LineRecord>[] {
    return line.long ? this.#desk.readers : this.#desk.selecting(line.bytes, line.from, line.to)
  }

  #offer(line: VisitedLine, to: { readers: readonly Reader<LineRecord>[]; tracer: Tracer | undefined }): void {
    const record = this.#toRecord(line)
    const claimedBy = this.#desk.offer(record, to.readers, to.tracer)
    if (claimedBy === undefined) this.#unread.look(line.bytes, { from: line.from, to: line.to, line: line.number })
    this.#desk.hear(record, claimedBy)
    if (line.long) this.#noteLong(record)
  }

  #passOver(line: VisitedLine): void {
    if (line.selected) this.#unread.look(line.bytes, { from: line.from, to: line.to, line: line.number })
    const heard = line.sampled || this.#reading.coverage === 'exact'
    if (!heard) return
    const record = this.#toRecord(line)
    if (line.sampled) this.#desk.check(record)
    this.#desk.hear(record)
  }

  #noteLong({ place }: LineRecord): void {
    const message = `a line longer than ${MAX_LINE_BYTES} bytes was read up to there only`
    this.#reading.report.note(readingNote('reading/long-line', 'warning', { message, place }))
  }

  #toRecord({ bytes, from, to, number, offset }: VisitedLine): LineRecord {
    const text = bytes.toString('utf8', from, Math.min(to, from + MAX_LINE_BYTES))
    return { text, place: { path: this.#reading.report.path, line: number, offset } }
  }
}
