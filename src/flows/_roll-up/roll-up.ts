/** Rows → facts: what the watch rules keep, summed by stream and hour; what every port passed; who was heard. */
import type { Fact } from '../../facts/fact.ts'
import type { Trust } from '../../facts/schema-parts.ts'
import type { Instant } from '../../kit/instant.ts'
import type { FlowRow } from '../_row/flow-row.ts'
import type { PortCounters, WatchRules } from '../contract.ts'
import type { RowOrigin } from './origin.ts'

/** What a roll-up is made with. */
export interface RollUpOptions {
  readonly watch: WatchRules
  readonly realm: string
  readonly trust: Trust
  /** Stands in for the time of rows that nobody dated. */
  readonly reference: Instant
}

/** What did not fit into the bounds of a roll-up. */
export interface LeftOut {
  /** Ports of observers in an hour whose octets were not counted. */
  readonly portHours: number
  readonly interfaceNames: number
}

/**
 * The roll-up of one input: make a new one for each, because what one input counted of a port stands for itself.
 *
 * Its facts depend on the set of rows alone: in any order, with any repetition.
 */
export class FlowRollUp {
  constructor(_options: RollUpOptions) {}

  /** Takes one row; whether the watch rules kept it. */
  take(_row: FlowRow, _origin: RowOrigin): boolean {
    return false
  }

  /** The observer's own name of a port. */
  interfaceName(_origin: RowOrigin, _index: number, _name: string): void {}

  /** What a port's own counters showed. */
  portCounters(_origin: RowOrigin, _counters: PortCounters): void {}

  /** The observer spoke at this moment, epoch milliseconds; once for each datagram or record. */
  heard(_origin: RowOrigin, _atMs: number): void {}

  /** Facts that wait to be taken, because streams had to be closed to make room. */
  get size(): number {
    return 0
  }

  /** What did not fit. */
  get leftOut(): LeftOut {
    return { portHours: 0, interfaceNames: 0 }
  }

  /** The facts that wait, while rows still come: none but after {@link size} says so, and never cut by when it is asked. */
  takeClosed(): readonly Fact[] {
    return []
  }

  /** All facts that were not taken yet; for the end of the input. */
  takeFacts(): readonly Fact[] {
    return []
  }
}
