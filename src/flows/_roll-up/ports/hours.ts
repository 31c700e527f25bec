/** What flow records show of ports, by observer and hour: which sums of {@link PortTotals} are whose. */
import { HOUR_MS } from '../../../kit/durations.ts'
import type { FlowRow } from '../../_row/flow-row.ts'
import { hourOf } from '../moment.ts'
import type { ObserverState } from '../observers.ts'
import type { RowOrigin } from '../origin.ts'
import type { PortHour } from '../traffic-facts.ts'
import { PortTotals } from './totals.ts'

/** An hour of an observer, whose number is its place in the list, from 1. */
interface Owner {
  readonly state: ObserverState
  readonly hourMs: number
  readonly path: string
}

/** Ports of all observers of one input. */
export class PortHours {
  readonly #totals = new PortTotals()
  readonly #owners: Owner[] = []
  /** Whose ports the totals were turned to. */
  #owner = 0

  /** Additions that found no room. */
  get leftOut(): number {
    return this.#totals.leftOut
  }

  /** Adds a row, which was at this moment, to the ports that it passed. */
  add(row: FlowRow, atMs: number, from: { readonly state: ObserverState; readonly origin: RowOrigin }): void {
    const { state } = from
    const since = atMs - state.portHourMs
    if (!(since >= 0 && since < HOUR_MS)) this.#turn(state, hourOf(atMs), from.origin)
    if (this.#owner !== state.portOwner) {
      this.#owner = state.portOwner
      this.#totals.turnTo(state.portOwner)
    }
    this.#totals.add(row, atMs)
  }

  /** What every port passed in every hour. */
  *hours(): Iterable<PortHour> {
    for (const total of this.#totals.all()) {
      const owner = this.#owners[total.owner - 1]
      if (owner === undefined) continue
      const { index, firstMs, lastMs, rows: records, packets, estimatedBytes } = total
      yield {
        of: 'interface',
        observer: owner.state.observer,
        index,
        hourMs: owner.hourMs,
        firstMs,
        lastMs,
        ports: { out: total.out, in: total.in },
        counted: { records, bytes: Math.min(total.out + total.in, Number.MAX_SAFE_INTEGER), packets, estimatedBytes },
        path: owner.path,
      }
    }
  }

  #turn(state: ObserverState, hourMs: number, { path }: RowOrigin): void {
    let owner = state.portOwners.get(hourMs)
    if (owner === undefined) {
      // An hour that finds no room for its ports is owner 0, which has none.
      owner = this.#totals.isFull ? 0 : this.#owners.push({ state, hourMs, path })
      if (owner !== 0) state.portOwners.set(hourMs, owner)
    }
    state.portHourMs = hourMs
    state.portOwner = owner
  }
}
