/** A sink that writes down everything it is told. */
import { rowContent } from '../../_packets/_testing/row-content.ts'
import { FlowRow } from '../../_row/flow-row.ts'
import type { DecodeCount, FlowSink, PortCounters } from '../../contract.ts'

/** What one datagram, or several, came to. */
export class RecordingSink implements FlowSink {
  readonly row = new FlowRow()
  readonly rows: Readonly<Record<string, unknown>>[] = []
  readonly counts: Partial<Record<DecodeCount, number>> = {}
  readonly ports: PortCounters[] = []
  readonly names: Record<number, string> = {}
  readonly observers: string[] = []

  take(as: 'record' | 'flow-sample' | 'packet'): void {
    this.rows.push(rowContent(this.row))
    this.#add(as, 1)
  }

  count(what: Exclude<DecodeCount, 'record' | 'flow-sample' | 'packet'>, times = 1): void {
    this.#add(what, times)
  }

  interfaceName(index: number, name: string): void {
    this.names[index] = name
  }

  portCounters(counters: PortCounters): void {
    this.ports.push(counters)
  }

  observer(by: string, value: string): void {
    this.observers.push(`${by} ${value}`)
  }

  note(code: string): void {
    throw new Error(`sFlow gives no notes: ${code}`)
  }

  /** What is not empty of it. */
  content(): Readonly<Record<string, unknown>> {
    const { rows, counts, ports, names, observers } = this
    return Object.fromEntries(
      Object.entries({ observers, counts, rows, ports, names }).filter(([, value]) => Object.keys(value).length > 0),
    )
  }

  #add(what: DecodeCount, times: number): void {
    this.counts[what] = (this.counts[what] ?? 0) + times
  }
}
