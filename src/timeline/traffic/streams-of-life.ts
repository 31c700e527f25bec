/** What the wire shows of one life of a set-up. */
import type { Episode } from '../episode.ts'
import type { SubjectTimeline } from '../subject-timeline.ts'
import type { EgressPort, Stream } from './stream.ts'

/** A life, and the timeline that it is on. */
export interface LifeOnWire {
  readonly timeline: Pick<SubjectTimeline, 'streams'>
  readonly episode: Pick<Episode, 'facts'>
}

/** Its streams. */
export function streamsOfLife({ timeline, episode }: LifeOnWire): readonly Stream[] {
  const own = new Set(episode.facts)
  return timeline.streams.filter(({ facts }) => facts.some((id) => own.has(id)))
}

/** The ports by which a stream left its own device, by that device's word; a number that nobody named says nothing about a port. */
export function ownEgress({ observations }: Pick<Stream, 'observations'>): readonly EgressPort[] {
  return observations
    .filter(({ isOwn }) => isOwn)
    .flatMap(({ egress }) => egress)
    .filter(({ port }) => !port.startsWith('ifIndex '))
}
