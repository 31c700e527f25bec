/** Whether the configuration of a device speaks for the time in which something was seen on the wire. */
import { HOUR_MS } from '../../kit/durations.ts'
import { type Instant, shiftInstant } from '../../kit/instant.ts'
import type { DetectionContext } from '../contract.ts'

/** How old a configuration may be when something begins and still speak for the device: a daily backup and its delay. */
const FRESH_MS = 26 * HOUR_MS

/** The newest whole configuration that was read since, or shortly before; undefined where there is none. */
export function freshConfiguration(
  seen: readonly { readonly firstAt: Instant }[],
  { timeline }: Pick<DetectionContext, 'timeline'>,
): Instant | undefined {
  const begin = seen.map(({ firstAt }) => firstAt).sort()[0]
  return begin === undefined
    ? undefined
    : timeline.wholeSnapshotTimes.findLast((at) => at >= shiftInstant(begin, -FRESH_MS))
}
