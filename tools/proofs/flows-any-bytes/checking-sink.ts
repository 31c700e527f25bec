/** A sink that believes nothing: every number of every row has to be one. */
import { FlowRow } from '../../../src/flows/_row/flow-row.ts'
import type { DecodeCount, FlowSink, PortCounters } from '../../../src/flows/contract.ts'

/** Counts, and the first thing that was wrong. */
export class CheckingSink implements FlowSink {
  readonly row = new FlowRow()
  readonly counts = new Map<DecodeCount, number>()
  problem: string | undefined

  /** Everything that was counted. */
  get total(): number {
    return [...this.counts.values()].reduce((sum, times) => sum + times, 0)
  }

  take(as: 'record' | 'flow-sample' | 'packet'): void {
    this.count(as)
    this.checkRow()
  }

  count(what: DecodeCount, times = 1): void {
    if (!(times > 0)) this.problem ??= `${what} was counted ${times} times`
    this.counts.set(what, (this.counts.get(what) ?? 0) + times)
  }

  interfaceName(index: number, name: string): void {
    if (!(index >= 0) || name.length > 255) this.problem ??= `port ${index} has a name of ${name.length}`
  }

  portCounters({ index, outOctets, inOctets, atMs }: PortCounters): void {
    if (![index, outOctets, inOctets, atMs].every((value) => value >= 0 && Number.isFinite(value)))
      this.problem ??= 'counters of a port are no numbers'
  }

  observer(_: string, value: string): void {
    if (value === '') this.problem ??= 'an observer without a name'
  }

  note(code: string): void {
    if (code === '') this.problem ??= 'a note without a code'
  }

  checkRow(): void {
    for (const [name, value] of Object.entries(this.row))
      if (!Number.isFinite(value) || value < -1) this.problem ??= `${name} is ${value}`
  }
}
