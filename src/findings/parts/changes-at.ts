/** When an answer changes by itself: the engine wakes then, and nothing polls. */
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, parseInstant, shiftInstant } from '../../kit/instant.ts'
import type { AssessedSetup } from '../assessed-setup.ts'

const UNIT_MS: Readonly<Record<string, number>> = { m: MINUTE_MS, h: HOUR_MS, d: DAY_MS }

/**
 * The first instant after `now` at which an approval of any of these set-ups ends or begins, or its longest duration is
 * reached; undefined when time alone changes nothing. What has ended stays as it was at its end.
 */
export function nextChangeOf(setups: readonly AssessedSetup[], now: Instant): Instant | undefined {
  return setups
    .filter(({ setup }) => setup.status !== 'ended')
    .flatMap(instantsOf)
    .filter((instant) => instant > now)
    .sort()[0]
}

function instantsOf({ match, episode }: AssessedSetup): readonly Instant[] {
  const { approvedBy, outOfTime } = match
  const bounds = [approvedBy?.validUntil, outOfTime?.validFrom, outOfTime?.validUntil]
  return [...bounds.flatMap(toInstants), ...durationEnd(approvedBy?.maxDuration, episode.from)]
}

function toInstants(written: string | undefined): readonly Instant[] {
  const instant = written === undefined ? undefined : parseInstant(written)
  return instant === undefined ? [] : [instant]
}

function durationEnd(duration: string | undefined, from: Instant | undefined): readonly Instant[] {
  const [, count, unit = ''] = /^(\d{1,9})([mhd])$/.exec(duration ?? '') ?? []
  const unitMs = UNIT_MS[unit]
  return from === undefined || unitMs === undefined ? [] : [shiftInstant(from, Number(count) * unitMs)]
}
