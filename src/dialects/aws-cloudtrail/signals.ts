/** Calls beside the mirrors themselves: what blinds the witnesses, and what changes a mirror without touching it. */

import type { TrailRecord } from './record.ts'
import { INDIRECT_CALLS } from './related/indirect.ts'
import type { SignalReading } from './related/signal-reading.ts'
import { WITNESS_CALLS } from './related/witnesses.ts'

const SIGNALS = new Map([...WITNESS_CALLS, ...INDIRECT_CALLS])

/** Reads a related call; undefined for every other one. */
export function readSignal(record: TrailRecord): SignalReading | undefined {
  return SIGNALS.get(`${record.eventSource} ${record.eventName}`)?.(record)
}
