/** Reads records of several lines, such as the detail files of a RADIUS server. */
import type { LineRecord } from '../../../dialects/contract.ts'
import type { InputReading } from '../input-reading.ts'
import { readingNote } from '../reading-summary.ts'
import { type Reader, RecordDesk } from '../record-desk.ts'
import type { BlockScore } from '../sniff.ts'
import type { Tracer } from '../trace.ts'
import { UnreadMirrorWords } from '../unread-mirror-words.ts'
import { MAX_BLOCK_BYTES, MAX_BLOCK_LINES, scanBlocks, type VisitedBlock } from './scan-blocks.ts'

/** Offers every record that holds a needle to the dialect that recognised the input, then to the others, and counts all others. */
export async function readBlocks(reading: InputReading, by: BlockScore): Promise<void> {
  const blocks = new BlockReading(reading, by)
  await scanBlocks(reading.feed, reading.window, {
    scanner: reading.tools.blockScanner,
    visit: (block) => blocks.visit(block),
    afterWindow: reading.deliver,
  })
  blocks.finish()
}

class BlockReading {
  readonly #reading: InputReading
  readonly #desk: RecordDesk<LineRecord>
  readonly #unread: UnreadMirrorWords

  constructor(reading: InputReading, by: BlockScore) {
    const { blockReaders } = reading.tools
    const owner = blockReaders.filter(({ dialect }) => dialect === by.dialect)
    const others = blockReaders.filter(({ dialect }) => dialect !== by.dialect)
    this.#reading = reading
    this.#desk = new RecordDesk([...owner, ...others], reading)
    this.#unread = new UnreadMirrorWords(reading)
  }

  visit(block: VisitedBlock): void {
    const { tracer } = this.#reading
    const told = tracer?.covers(block.firstLine, block.lastLine) === true ? tracer : undefined
    told?.say('framing', `record at lines ${block.firstLine} to ${block.lastLine}, offset ${block.offset}`)
    if (block.tooLong) return this.#passTooLong(block, told)
    const readers = block.selected ? this.#desk.selecting(block.bytes, block.from, block.to) : []
    if (readers.length > 0) this.#offer(block, readers, told)
    else this.#passOver(block, told)
  }

  finish(): void {
    this.#unread.note('records')
  }

  #offer(block: VisitedBlock, readers: readonly Reader<LineRecord>[], tracer: Tracer | undefined): void {
    for (const { dialect } of readers) tracer?.say('needles', `${dialect.id}: in the record`)
    const record = this.#toRecord(block)
    const claimedBy = this.#desk.offer(record, readers, tracer)
    if (claimedBy === undefined) this.#unread.look(block.bytes, { ...block, line: block.firstLine })
    this.#desk.hear(record, claimedBy)
  }

  #passOver(block: VisitedBlock, tracer: Tracer | undefined): void {
    this.#reading.report.count('not-selected')
    tracer?.say('outcome', 'not-selected: no needle of a dialect is in the record')
    if (block.selected) this.#unread.look(block.bytes, { ...block, line: block.firstLine })
    if (!block.sampled && this.#reading.coverage === 'sampled') return
    const record = this.#toRecord(block)
    if (block.sampled) this.#desk.check(record)
    this.#desk.hear(record)
  }

  #passTooLong({ firstLine }: VisitedBlock, tracer: Tracer | undefined): void {
    const { report } = this.#reading
    const message = `a record longer than ${MAX_BLOCK_BYTES} bytes or ${MAX_BLOCK_LINES} lines was passed over`
    report.count('unrecognised')
    report.note(
      readingNote('reading/record-too-long', 'warning', { message, place: { path: report.path, line: firstLine } }),
    )
    tracer?.say('outcome', `unrecognised: ${message}`)
  }

  #toRecord({ bytes, from, to, firstLine, offset }: VisitedBlock): LineRecord {
    const text = bytes.toString('utf8', from, to).replaceAll('\r\n', '\n')
    return { text, place: { path: this.#reading.report.path, line: firstLine, offset } }
  }
}
