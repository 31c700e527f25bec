/** What records that anyone could have sent may do to a set-up: show more of it, never less. */
import type { MirrorSession, MirrorSource } from '../../facts/mirror-session.ts'
import { canonicalJson } from '../../kit/canonical-json.ts'

/** Whether a session only loses: a source, a direction, a destination, traffic to a new filter, or that it runs. */
export function isLessened(before: MirrorSession, after: MirrorSession): boolean {
  return showsMore(after, before) && !showsMore(before, after)
}

/** Whether `after` holds something that `before` does not. */
function showsMore(before: MirrorSession, after: MirrorSession): boolean {
  const known = new Set([...before.sources.flatMap(waysOf), ...before.destinations.map(canonicalJson)])
  return (
    [...after.sources.flatMap(waysOf), ...after.destinations.map(canonicalJson)].some((part) => !known.has(part)) ||
    (before.filter !== undefined && after.filter !== before.filter) ||
    (before.enabled === false && after.enabled !== false)
  )
}

/** One text for each direction of a source. */
function waysOf({ direction, ...source }: MirrorSource): readonly string[] {
  const directions = direction === 'both' ? ['rx', 'tx'] : [direction]
  return directions.map((way) => `${way} ${canonicalJson(source)}`)
}
