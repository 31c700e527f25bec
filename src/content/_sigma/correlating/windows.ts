/**
 * Windows of time over hits. A window is as long as the timespan and holds all it can: one that another holds is none, so that "fewer than
 * three" is not found at the tail of many. Windows that match and share a hit are told as one.
 */
import { toEpochMs } from '../../../kit/instant.ts'
import type { SigmaCorrelation } from '../documents.ts'
import type { Hit } from './hit.ts'
import { isSatisfied, Tally } from './tally.ts'

/** Hits from `from` to before `until`. */
interface Span {
  readonly from: number
  until: number
}

/** The hits of each alert. `hits` are of one group, in order. */
export function findWindows(correlation: SigmaCorrelation, hits: readonly Hit[]): readonly (readonly Hit[])[] {
  const tally = new Tally()
  const spans: Span[] = []
  let until = 0
  for (const [from, first] of hits.entries()) {
    const before = until
    const end = toEpochMs(first.at) + correlation.timespanMs
    for (let next = hits[until]; next !== undefined && toEpochMs(next.at) <= end; next = hits[until]) {
      tally.move(next, 1)
      until += 1
    }
    const window = { from, until }
    if (until > before && isSatisfied(correlation, tally, () => hits.slice(window.from, window.until)))
      join(spans, window)
    tally.move(first, -1)
  }
  return spans.map((span) => hits.slice(span.from, span.until))
}

function join(spans: Span[], { from, until }: Span): void {
  const last = spans.at(-1)
  if (last !== undefined && from < last.until) last.until = until
  else spans.push({ from, until })
}
