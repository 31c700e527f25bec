/** Lines of a flow file: to the flow run first, and to dialects what is no flow and holds a needle of theirs. */
import type { LineRecord } from '../../../dialects/contract.ts'
import type { FlowReading } from '../../../flows/contract.ts'
import type { InputReading } from '../input-reading.ts'
import { MAX_LINE_BYTES, type VisitedLine } from '../lines/scan-lines.ts'
import { type Reader, RecordDesk } from '../record-desk.ts'
import { sayOutcome } from './say-outcome.ts'

/** The lines of one input. */
export class FlowLines {
  /** Lines that dialects were offered, and counted. */
  readElsewhere = 0
  readonly #reading: InputReading
  readonly #flow: FlowReading
  readonly #desk: RecordDesk<LineRecord>

  constructor(reading: InputReading, flow: FlowReading) {
    this.#reading = reading
    this.#flow = flow
    this.#desk = new RecordDesk(reading.tools.lineReaders, reading)
  }

  visit(line: VisitedLine): void {
    const { bytes, from, to, number, offset } = line
    const { tracer, report } = this.#reading
    const told = tracer?.covers(number) === true ? tracer : undefined
    const text = bytes.toString('utf8', from, Math.min(to, from + MAX_LINE_BYTES))
    const outcome = this.#flow.record(text, { line: number, offset })
    const readers = outcome === 'unrecognised' ? this.#readersFor(line) : []
    if (readers.length === 0) return sayOutcome(told, outcome)
    const record = { text, place: { path: report.path, line: number, offset } }
    this.readElsewhere += 1
    this.#desk.hear(record, this.#desk.offer(record, readers, told))
  }

  #readersFor({ bytes, from, to, selected }: VisitedLine): readonly Reader<LineRecord>[] {
    return selected ? this.#desk.selecting(bytes, from, to) : []
  }
}
