/** In which hours observers were heard → `seen` facts. */
import type { SeenFact } from '../../facts/fact.ts'
import { seenFact } from '../../facts/seen.ts'
import { hourOf, instantOf } from './moment.ts'
import type { ObserverState } from './observers.ts'
import { observerNames, type RowOrigin } from './origin.ts'
import type { FactFrame } from './traffic-facts.ts'

/** Hours of all observers of one input. */
export class HoursHeard {
  #size = 0
  readonly #byObserver = new Map<ObserverState, { readonly path: string; readonly hours: Set<number> }>()

  /** How many there are. */
  get size(): number {
    return this.#size
  }

  /** The observer spoke at this moment; asked for every datagram. */
  add(state: ObserverState, { path }: RowOrigin, atMs: number): void {
    const hourMs = hourOf(atMs)
    if (hourMs === state.heardMs || !(atMs > 0)) return
    state.heardMs = hourMs
    const heard = this.#byObserver.get(state) ?? { path, hours: new Set<number>() }
    this.#byObserver.set(state, heard)
    if (heard.hours.has(hourMs)) return
    heard.hours.add(hourMs)
    this.#size++
  }

  /** One fact for each; none for observers without a name. */
  facts({ realm, trust }: FactFrame): readonly SeenFact[] {
    return [...this.#byObserver].flatMap(([{ observer }, { path, hours }]) => {
      const names = observerNames(observer)
      if (names.length === 0) return []
      const { channel: dialect, channelVersion: dialectVersion } = observer
      const frame = { ref: { realm, names }, leg: 'flow' as const, commands: false, trust, place: { path } }
      return [...hours].map((ms) => seenFact({ ...frame, hour: instantOf(ms), dialect, dialectVersion }))
    })
  }
}
