/** Takes what decoders find in one input: counts it, knows who said it, and hands rows on to the roll-up. */
import type { Note } from '../../facts/note.ts'
import type { FlowObserver, RowOrigin } from '../_roll-up/origin.ts'
import type { FlowRollUp } from '../_roll-up/roll-up.ts'
import { FlowRow } from '../_row/flow-row.ts'
import type { DECODE_COUNTS, DecodeCount, FlowSink, PortCounters } from '../contract.ts'
import type { Observers } from './observers.ts'
import { RunNotes } from './run-notes.ts'

/** What a sink works with. */
export interface SinkParts {
  readonly path: string
  readonly rollUp: FlowRollUp
  readonly observers: Observers
}

/** What is read at the moment: a datagram, a packet, a line. May be changed and handed in again. */
export interface CurrentRecord {
  /** The one before when absent. */
  readonly observer?: FlowObserver | undefined
  readonly line?: number | undefined
  readonly offset?: number | undefined
  /** Epoch milliseconds; 0 where nobody said. */
  readonly receivedMs: number
  /** The hash of one row of it. */
  readonly hash: (row: CurrentRow) => string
}

/** The row at hand: the `ordinal`-th of its record (0 for the first), and what it was taken as. */
export interface CurrentRow {
  readonly row: FlowRow
  readonly ordinal: number
  readonly as: 'record' | 'flow-sample' | 'packet'
}

const NOBODY: FlowObserver = { by: '', value: '', kind: 'sensor', channel: '', channelVersion: 1, title: '' }

/** The sink of one input. */
export class RunSink implements FlowSink {
  readonly row = new FlowRow()
  readonly decoded: Record<DecodeCount, number> = noCounts()
  kept = 0
  dropped = 0
  readonly #rollUp: FlowRollUp
  readonly #observers: Observers
  readonly #heard = new Set<string>()
  readonly #notes: RunNotes
  readonly #origin: Origin

  constructor({ path, rollUp, observers }: SinkParts) {
    this.#rollUp = rollUp
    this.#observers = observers
    this.#notes = new RunNotes(path)
    this.#origin = new Origin(path, this.row)
  }

  /** What comes now is of this record. */
  begin(record: CurrentRecord): void {
    const origin = this.#origin
    origin.observer = record.observer ?? origin.observer
    origin.line = record.line
    origin.offset = record.offset
    origin.receivedMs = record.receivedMs
    origin.hash = record.hash
    origin.ordinal = -1
    this.#hearAt(record.receivedMs)
  }

  take(as: 'record' | 'flow-sample' | 'packet'): void {
    const { row } = this
    this.decoded[as] += 1
    this.#origin.ordinal += 1
    this.#origin.as = as
    if (this.#origin.receivedMs === 0) this.#hearAt(row.endMs || row.startMs)
    if (this.#rollUp.take(row, this.#origin)) this.kept += 1
    else this.dropped += 1
  }

  count(what: Exclude<DecodeCount, 'record' | 'flow-sample' | 'packet'>, times = 1): void {
    this.decoded[what] += times
  }

  interfaceName(index: number, name: string): void {
    this.#rollUp.interfaceName(this.#origin, index, name)
  }

  portCounters(counters: PortCounters): void {
    this.#rollUp.portCounters(this.#origin, counters)
  }

  observer(by: 'address' | 'hostname' | 'account', value: string): void {
    const origin = this.#origin
    if (origin.observer.value === value && origin.observer.by === by) return
    origin.observer = this.#observers.of({ ...origin.observer, by: value === '' ? '' : by, value })
    this.#hearAt(origin.receivedMs)
  }

  note(code: string, message: string, severity?: Note['severity']): void {
    this.#notes.add({ code, message, ...(severity === undefined ? {} : { severity }) }, this.#origin)
  }

  notes(): readonly Note[] {
    return this.#notes.list()
  }

  /** Exporters, accounts or hosts that spoke. */
  get observers(): number {
    return this.#heard.size
  }

  #hearAt(ms: number): void {
    const { observer } = this.#origin
    if (observer.value === '') return
    this.#heard.add(observer.value)
    if (ms > 0) this.#rollUp.heard(this.#origin, ms)
  }
}

/** The one origin of a sink. */
class Origin implements RowOrigin, CurrentRow {
  readonly path: string
  observer = NOBODY
  line: number | undefined
  offset: number | undefined
  receivedMs = 0
  ordinal = -1
  as: CurrentRow['as'] = 'record'
  hash: CurrentRecord['hash'] = () => ''
  readonly row: FlowRow

  constructor(path: string, row: FlowRow) {
    this.path = path
    this.row = row
  }

  recordHash(): string {
    return this.hash(this)
  }
}

function noCounts(): Record<DecodeCount, number> {
  const zero = { record: 0, 'flow-sample': 0, packet: 0, 'option-record': 0, template: 0, 'option-template': 0 }
  const rest = { 'set-without-template': 0, 'counter-sample': 0, 'drop-sample': 0, malformed: 0, unsupported: 0 }
  return { ...zero, ...rest } satisfies Record<(typeof DECODE_COUNTS)[number], number>
}
