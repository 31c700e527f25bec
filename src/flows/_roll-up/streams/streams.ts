/** The streams of one input that are open. */
import type { TrafficRecord } from '../../../facts/traffic.ts'
import type { FlowRow } from '../../_row/flow-row.ts'
import type { Watch } from '../../_watch/watch.ts'
import { datedBy, hourOf } from '../moment.ts'
import type { ObserverState } from '../observers.ts'
import type { RowOrigin } from '../origin.ts'
import { RecordSet } from './record-set.ts'
import { Stream } from './stream.ts'
import { streamKeyOf, streamKeyText } from './stream-key.ts'

/** Streams open at a time, and records remembered to be counted once; about 50 MiB. */
const MAX_STREAMS = 32_768
const MAX_RECORDS = 1_000_000

/** What a kept row is, beside its numbers. */
export interface KeptRow {
  readonly observer: ObserverState
  readonly of: 'carrier' | 'sender'
  readonly origin: RowOrigin
  /** Its moment, or the reference. */
  readonly atMs: number
}

/** Rows by stream and hour. */
export class Streams {
  readonly #streams = new Map<string, Stream>()
  readonly #records = new RecordSet()

  /** Whether they must be closed before another row is taken. */
  get isFull(): boolean {
    return this.#streams.size >= MAX_STREAMS || this.#records.size >= MAX_RECORDS
  }

  all(): Iterable<Stream> {
    return this.#streams.values()
  }

  add(row: FlowRow, { carrier, basis }: Watch, { observer, of, origin, atMs }: KeptRow): void {
    const context = { of, carrier, basis, hourMs: hourOf(atMs), datedBy: datedBy(row, origin.receivedMs) }
    const text = `${observer.number} ${streamKeyText(row, context)}`
    let stream = this.#streams.get(text)
    if (stream === undefined) {
      const key = streamKeyOf(row, { ...context, observer: observer.observer })
      stream = new Stream(this.#streams.size + 1, key, origin)
      this.#streams.set(text, stream)
    }
    stream.see(row, atMs, origin)
    const record = recordOf(row, origin)
    if (this.#records.add(record[0], stream.number)) stream.add(record)
    else stream.again(record)
  }
}

function recordOf({ bytes, packets, samplingRate }: FlowRow, origin: RowOrigin): TrafficRecord {
  return [origin.recordHash(), countOf(bytes), countOf(packets), Math.max(1, countOf(samplingRate))]
}

/** What a lying exporter writes is a number all the same. */
function countOf(value: number): number {
  return value > 0 ? Math.min(value, Number.MAX_SAFE_INTEGER) : 0
}
