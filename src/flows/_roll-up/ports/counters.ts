/** What ports' own counters grew by inside an hour: from the earliest to the latest value, whatever came in between. */
import { growthOf } from '../../../facts/merge-traffic.ts'
import type { PortCounters } from '../../contract.ts'
import { hourOf, instantOf } from '../moment.ts'
import type { ObserverState } from '../observers.ts'
import type { RowOrigin } from '../origin.ts'
import type { PortHour } from '../traffic-facts.ts'
import { MAX_PORT_HOURS } from './hours.ts'

/** Two values of a counter pair. Of two at one moment the smaller is the first, the greater the last. */
interface Span {
  readonly observer: ObserverState
  readonly path: string
  readonly index: number
  first: PortCounters
  last: PortCounters
}

/** Counters of all ports of one input. */
export class CounterSpans {
  /** Values that found no room. */
  leftOut = 0
  readonly #spans = new Map<string, Span>()

  /** Takes one value; values without a moment show no growth and are left alone. */
  add(observer: ObserverState, { path }: RowOrigin, { index, outOctets, inOctets, atMs }: PortCounters): void {
    if (!(atMs > 0)) return
    const key = `${observer.number},${index},${hourOf(atMs)}`
    const value = { index, outOctets, inOctets, atMs }
    const span = this.#spans.get(key)
    if (span === undefined) {
      if (this.#spans.size >= MAX_PORT_HOURS) this.leftOut++
      else this.#spans.set(key, { observer, path, index, first: value, last: value })
      return
    }
    if (compare(value, span.first) < 0) span.first = value
    if (compare(value, span.last) > 0) span.last = value
  }

  /** All ports; one whose counters have one moment shows its growth when another input has a second. */
  hours(): readonly PortHour[] {
    return [...this.#spans.values()].map(({ observer, path, index, first, last }) => {
      const times = { hourMs: hourOf(first.atMs), firstMs: first.atMs, lastMs: last.atMs }
      const counters = { first: octetsOf(first), last: octetsOf(last) }
      const grown = growthOf({ firstAt: instantOf(first.atMs), lastAt: instantOf(last.atMs), counters })
      return { of: 'counter', observer: observer.observer, index, ...times, ...grown, path }
    })
  }
}

function compare(a: PortCounters, b: PortCounters): number {
  return a.atMs - b.atMs || a.outOctets - b.outOctets || a.inOctets - b.inOctets
}

function octetsOf({ outOctets, inOctets }: PortCounters): { readonly out: number; readonly in: number } {
  return { out: outOctets, in: inOctets }
}
