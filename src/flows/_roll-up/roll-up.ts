/** Rows → facts: what the watch rules keep, summed by stream and hour; what every port passed; who was heard. */
import type { Fact } from '../../facts/fact.ts'
import { type Instant, toEpochMs } from '../../kit/instant.ts'
import type { FlowRow } from '../_row/flow-row.ts'
import { createWatch, NOT_WATCHED, WATCHED_CARRIER, type Watch } from '../_watch/watch.ts'
import type { PortCounters, WatchRules } from '../contract.ts'
import { HoursHeard } from './hours-heard.ts'
import { momentOf } from './moment.ts'
import { type ObserverState, Observers } from './observers.ts'
import type { FlowObserver, RowOrigin } from './origin.ts'
import { CounterSpans } from './ports/counters.ts'
import { PortHours } from './ports/hours.ts'
import { InterfaceNames } from './ports/names.ts'
import { Streams } from './streams/streams.ts'
import { type FactFrame, portFact, streamFact } from './traffic-facts.ts'

/** What a roll-up is made with. */
export interface RollUpOptions extends FactFrame {
  readonly watch: WatchRules
  /** Stands in for the time of rows that nobody dated. */
  readonly reference: Instant
}

/** What did not fit into the bounds of a roll-up. */
export interface LeftOut {
  /** Rows and counter values whose octets were not counted for a port. */
  readonly portRows: number
  readonly interfaceNames: number
}

/** Observers, and hours in which they were heard, that are held at a time. */
const MAX_OBSERVERS = 65_536
const MAX_HEARD = 65_536

/**
 * The roll-up of one input: make a new one for each, because what one input counted of a port stands for itself.
 *
 * Its facts depend on the set of rows alone: in any order, with any repetition. Memory is bounded; what must be closed to make
 * room waits to be taken, and loses nothing but the sums of streams with more records than a fact remembers.
 */
export class FlowRollUp {
  readonly #frame: FactFrame
  readonly #watch: Watch
  readonly #referenceMs: number
  readonly #leftOut = { portRows: 0, interfaceNames: 0 }
  #closed: Fact[] = []
  #streams = new Streams()
  #observers = new Observers()
  #ports = new PortHours()
  #counters = new CounterSpans()
  #names = new InterfaceNames()
  #heard = new HoursHeard()
  #last: { readonly observer: FlowObserver; readonly state: ObserverState } | undefined

  constructor({ watch, reference, realm, trust }: RollUpOptions) {
    this.#frame = { realm, trust }
    this.#watch = createWatch(watch)
    this.#referenceMs = toEpochMs(reference)
  }

  /** Takes one row; whether the watch rules kept it. The octets of a row that nobody dated count for no port. */
  take(row: FlowRow, origin: RowOrigin): boolean {
    const state = this.#stateOf(origin.observer)
    this.#ports.add(row, state, origin)
    const judgement = this.#watch.judge(row)
    if (judgement === NOT_WATCHED) return false
    if (this.#streams.isFull) this.#closeStreams()
    const of = judgement === WATCHED_CARRIER ? 'carrier' : 'sender'
    const atMs = momentOf(row, origin.receivedMs) || this.#referenceMs
    this.#streams.add(row, this.#watch, { observer: state, of, origin, atMs })
    return true
  }

  /** The observer's own name of a port. */
  interfaceName(origin: RowOrigin, index: number, name: string): void {
    this.#names.add(this.#stateOf(origin.observer), origin, { index, name })
  }

  /** What a port's own counters showed. */
  portCounters(origin: RowOrigin, counters: PortCounters): void {
    this.#counters.add(this.#stateOf(origin.observer), origin, counters)
  }

  /** The observer spoke at this moment, epoch milliseconds; once for each datagram or record. */
  heard(origin: RowOrigin, atMs: number): void {
    this.#heard.add(this.#stateOf(origin.observer), origin, atMs)
  }

  /** Facts that wait to be taken, because something had to be closed to make room. */
  get size(): number {
    return this.#closed.length
  }

  /** What did not fit. */
  get leftOut(): LeftOut {
    return {
      portRows: this.#leftOut.portRows + this.#ports.leftOut + this.#counters.leftOut,
      interfaceNames: this.#leftOut.interfaceNames + this.#names.leftOut,
    }
  }

  /** The facts that wait, while rows still come; which they are never depends on when this is asked. */
  takeClosed(): readonly Fact[] {
    const closed = this.#closed
    this.#closed = []
    return closed
  }

  /** All facts that were not taken yet, for the end of the input; in no order. */
  takeFacts(): readonly Fact[] {
    this.#closeAll()
    return this.takeClosed()
  }

  #stateOf(observer: FlowObserver): ObserverState {
    if (this.#last?.observer === observer) return this.#last.state
    if (this.#observers.size >= MAX_OBSERVERS || this.#heard.size >= MAX_HEARD) this.#closeAll()
    const state = this.#observers.of(observer)
    this.#last = { observer, state }
    return state
  }

  #closeStreams(): void {
    for (const stream of this.#streams.all()) this.#closed.push(streamFact(stream, this.#frame))
    this.#streams = new Streams()
  }

  #closeAll(): void {
    this.#closeStreams()
    for (const hour of this.#ports.hours()) this.#closed.push(portFact(hour, this.#frame))
    for (const hour of this.#counters.hours()) this.#closed.push(portFact(hour, this.#frame))
    this.#closed.push(...this.#names.facts(this.#frame), ...this.#heard.facts(this.#frame))
    Object.assign(this.#leftOut, this.leftOut)
    this.#observers = new Observers()
    this.#ports = new PortHours()
    this.#counters = new CounterSpans()
    this.#names = new InterfaceNames()
    this.#heard = new HoursHeard()
    this.#last = undefined
  }
}
