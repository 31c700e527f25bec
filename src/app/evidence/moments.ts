/** The moments of a run: which time is asked about, and what stands in for missing years. The program's one clock is read here. */
import { HOUR_MS } from '../../kit/durations.ts'
import { type Instant, parseInstant, shiftInstant, toInstant } from '../../kit/instant.ts'
import { badTime } from './errors.ts'
import type { EvidenceLocation } from './manifest.ts'

/** Valid time: what the operator says, else the first manifest that says one, else the present. Throws `TW_CLI_TIME`. */
export function chooseNow(at: string | undefined, locations: readonly EvidenceLocation[]): Instant {
  const said = at ?? locations.find((location) => location.at !== undefined)?.at
  if (said === undefined) return presentInstant()
  const instant = parseInstant(said)
  if (instant === undefined) throw badTime(at === undefined ? 'at in the manifest' : '--at', said)
  return instant
}

/** How far after the moment asked for a log without years may still go on. */
const LOG_GOES_ON_MS = 31 * 24 * HOUR_MS

/** A log without years was written before the present; or, where a moment is asked for, not long after that moment. */
export function yearReference(at: string | undefined, locations: readonly EvidenceLocation[], now: Instant): Instant {
  const isAsked = at !== undefined || locations.some((location) => location.at !== undefined)
  return isAsked ? shiftInstant(now, LOG_GOES_ON_MS) : now
}

/** The one clock of the program: everything below gets the time handed in. */
export function presentInstant(): Instant {
  return toInstant(Date.now()) ?? ''
}
