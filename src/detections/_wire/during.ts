/** What was seen on the wire while a set-up lived. */
import type { Episode } from '../../timeline/episode.ts'
import type { Stream } from '../../timeline/traffic/stream.ts'

/** Whether a stream was seen at some moment of a life. */
export function isDuring({ firstAt, lastAt }: Pick<Stream, 'firstAt' | 'lastAt'>, { from, until }: Episode): boolean {
  return (from === undefined || lastAt >= from) && (until === undefined || firstAt <= until)
}
