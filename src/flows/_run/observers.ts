/** Who observes, as objects that are made once. */
import type { FlowObserver } from '../_roll-up/origin.ts'

/** Observers remembered; beyond them all are forgotten, and made anew when they speak again. */
const MAX_OBSERVERS = 50_000

/** The observers of one run. */
export class Observers {
  readonly #known = new Map<string, FlowObserver>()

  /** The object for an observer; the same one as long as it is remembered. */
  of(observer: FlowObserver): FlowObserver {
    const key = `${observer.channel} ${observer.by} ${observer.value}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    if (this.#known.size >= MAX_OBSERVERS) this.#known.clear()
    this.#known.set(key, observer)
    return observer
  }
}
