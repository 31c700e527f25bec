/** The streams that belong to one set-up, and those its device sends beside it. */
import type { Episode } from '../../timeline/episode.ts'
import type { Stream } from '../../timeline/traffic/stream.ts'
import type { DetectionContext } from '../contract.ts'

/** What the wire shows of the last life of a set-up. */
export function streamsOfLife({
  timeline,
  episode,
}: Pick<DetectionContext, 'timeline' | 'episode'>): readonly Stream[] {
  const own = new Set(episode.facts)
  return timeline.streams.filter(({ facts }) => facts.some((id) => own.has(id)))
}

/** Whether a stream was seen at some moment of a life. */
export function isDuring({ firstAt, lastAt }: Pick<Stream, 'firstAt' | 'lastAt'>, { from, until }: Episode): boolean {
  return (from === undefined || lastAt >= from) && (until === undefined || firstAt <= until)
}
