/** Who observes, as objects that are made once. */
import type { FlowObserver } from '../_roll-up/origin.ts'

/** Observers remembered; beyond them all are forgotten, and made anew when they speak again. */
const MAX_OBSERVERS = 50_000

/** The observers of one run. */
export class Observers {
  /** By channel, then by address, or by kind of name and name: asked for every datagram, so most keys are strings that are there. */
  readonly #channels = new Map<string, Map<string, FlowObserver>>()
  #size = 0

  /** The object for an observer; the same one as long as it is remembered. */
  of(observer: FlowObserver): FlowObserver {
    const { by, value, channel } = observer
    const name = by === 'address' ? value : `${by} ${value}`
    return this.#channels.get(channel)?.get(name) ?? this.#remember(observer, name)
  }

  #remember(observer: FlowObserver, name: string): FlowObserver {
    if (this.#size >= MAX_OBSERVERS) {
      this.#channels.clear()
      this.#size = 0
    }
    const known = this.#channels.get(observer.channel) ?? new Map<string, FlowObserver>()
    this.#channels.set(observer.channel, known.set(name, observer))
    this.#size++
    return observer
  }
}
