/** Objects of a flow file: to the flow run first, and to dialects what is no flow and holds a needle of theirs. */
import type { FlowReading } from '../../../flows/contract.ts'
import type { SplitFault, SplitRecord } from '../../../kit/json-splitter.ts'
import type { InputReading } from '../input-reading.ts'
import { JsonReading, type JsonVisitor, parseRecord } from '../json/read-json.ts'
import { sayOutcome } from './say-outcome.ts'

/** The objects of one input. */
export class FlowObjects implements JsonVisitor {
  /** Objects that dialects were offered, and counted. */
  readElsewhere = 0
  readonly #reading: InputReading
  readonly #flow: FlowReading
  readonly #others: JsonReading

  constructor(reading: InputReading, flow: FlowReading) {
    this.#reading = reading
    this.#flow = flow
    this.#others = new JsonReading(reading)
  }

  visit(bytes: Buffer, split: SplitRecord): void {
    const { tracer, tools } = this.#reading
    const { from, to, firstLine, lastLine, offset } = split
    const value = parseRecord(bytes.toString('utf8', from, to))
    if (value === undefined) return this.#others.fault('broken', firstLine)
    const outcome = this.#flow.record(value, { line: firstLine, offset })
    if (outcome === 'unrecognised' && tools.jsonScanner.find(bytes, from, to) !== -1) {
      this.readElsewhere += 1
      this.#others.visit(bytes, split)
      return
    }
    sayOutcome(tracer?.covers(firstLine, lastLine) === true ? tracer : undefined, outcome)
  }

  fault(fault: SplitFault, line: number): void {
    this.#others.fault(fault, line)
  }

  finish(unfinishedLine: number | undefined): void {
    this.#others.finish(unfinishedLine)
  }
}
