/** What a roll-up keeps of each observer. */

import { canonicalJson } from '../../kit/canonical-json.ts'
import type { FlowObserver } from './origin.ts'
import type { PortTable } from './ports/port-table.ts'

/** One observer. `number` stands for it in keys. */
export interface ObserverState {
  readonly number: number
  readonly observer: FlowObserver
  /** The hours whose ports are counted; and the one of the last row, NaN before the first. */
  readonly portTables: Map<number, PortTable>
  portHourMs: number
  ports: PortTable | undefined
  /** The hour in which it was heard last. */
  heardMs: number
}

/** Observers by what they are; the very object that was met before is found without looking at it. */
export class Observers {
  readonly #byObject = new WeakMap<FlowObserver, ObserverState>()
  readonly #byName = new Map<string, ObserverState>()

  get size(): number {
    return this.#byName.size
  }

  of(observer: FlowObserver): ObserverState {
    const met = this.#byObject.get(observer)
    if (met !== undefined) return met
    const name = canonicalJson({ by: observer.by, value: observer.value, channel: observer.channel })
    const state = this.#byName.get(name) ?? this.#add(name, observer)
    this.#byObject.set(observer, state)
    return state
  }

  #add(name: string, observer: FlowObserver): ObserverState {
    const number = this.#byName.size + 1
    const ports = { portTables: new Map<number, PortTable>(), portHourMs: Number.NaN, ports: undefined }
    const state: ObserverState = { number, observer, ...ports, heardMs: -1 }
    this.#byName.set(name, state)
    return state
  }
}
