/** What flow records show of ports, by observer and hour. */
import { HOUR_MS } from '../../../kit/durations.ts'
import type { FlowRow } from '../../_row/flow-row.ts'
import { hourOf, momentOf } from '../moment.ts'
import type { ObserverState } from '../observers.ts'
import type { RowOrigin } from '../origin.ts'
import type { PortHour } from '../traffic-facts.ts'
import { type PortRoom, PortTable } from './port-table.ts'

/** Ports in an hour that one input is counted for. */
export const MAX_PORT_HOURS = 65_536

/** A table, and whose it is. */
interface OwnedTable {
  readonly state: ObserverState
  readonly hourMs: number
  readonly path: string
  readonly table: PortTable
}

/** Ports of all observers of one input. */
export class PortHours {
  readonly #room: PortRoom = { left: MAX_PORT_HOURS, leftOut: 0 }
  readonly #tables: OwnedTable[] = []

  /** Additions that found no room. */
  get leftOut(): number {
    return this.#room.leftOut
  }

  /**
   * Adds a row to the ports that it passed, in the hour in which it was. One that nobody dated passes none, nor does one whose
   * octets are no number.
   */
  add(row: FlowRow, state: ObserverState, origin: RowOrigin): void {
    if ((row.egress === 0 && row.ingress === 0) || !(row.bytes >= 0)) return
    const since = row.endMs - state.portHourMs
    if (since >= 0 && since < HOUR_MS) state.ports?.add(row, (since / 1000) | 0)
    else this.#addElsewhere(row, state, origin)
  }

  /** What every port passed in every hour. */
  hours(): readonly PortHour[] {
    return this.#tables.flatMap(({ state, hourMs, path, table }) =>
      table.totals().map(({ index, out, in: into, passes: records, firstSecond, lastSecond }) => {
        const bytes = Math.min(out + into, Number.MAX_SAFE_INTEGER)
        const estimatedBytes = Math.min(bytes * table.leastRate, Number.MAX_SAFE_INTEGER)
        return {
          of: 'interface' as const,
          observer: state.observer,
          index,
          hourMs,
          firstMs: hourMs + firstSecond * 1000,
          lastMs: hourMs + lastSecond * 1000,
          ports: { out, in: into },
          counted: { records, bytes, packets: 0, estimatedBytes },
          path,
        }
      }),
    )
  }

  /** Adds a row that is not of the hour of the one before it. */
  #addElsewhere(row: FlowRow, state: ObserverState, { receivedMs, path }: RowOrigin): void {
    const atMs = momentOf(row, receivedMs)
    if (atMs === 0) return
    const hourMs = hourOf(atMs)
    if (hourMs !== state.portHourMs) {
      state.portHourMs = hourMs
      state.ports = this.#tableOf(state, hourMs, path)
    }
    if (state.ports === undefined) this.#room.leftOut++
    else state.ports.add(row, ((atMs - hourMs) / 1000) | 0)
  }

  /** Undefined where there is no room for the ports of one more hour. */
  #tableOf(state: ObserverState, hourMs: number, path: string): PortTable | undefined {
    const known = state.portTables.get(hourMs)
    if (known !== undefined || this.#room.left === 0) return known
    const table = new PortTable(this.#room)
    state.portTables.set(hourMs, table)
    this.#tables.push({ state, hourMs, path, table })
    return table
  }
}
