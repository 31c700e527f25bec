/** Asks whether a copy is on the wire that no session, tunnel or overlay of its sender explains. */
import { nameSubject } from '../../timeline/describe-subject.ts'
import { sayAtLeast, sayCarriers, sayObservers, saySpan } from '../../timeline/traffic/describe-stream.ts'
import { isSurelyCopy } from '../../timeline/traffic/owners.ts'
import { streamsOfLife } from '../../timeline/traffic/streams-of-life.ts'
import { freshConfiguration } from '../_wire/fresh-configuration.ts'
import { sayTime } from '../_wording/times.ts'
import type { Detection, DetectionContext, Reason } from '../contract.ts'

export const detection: Detection = {
  id: 'ghost-mirror',
  version: 1,
  title: 'Copy on the wire that no session explains',
  question: 'Does a device send an encapsulated copy that its own configuration does not know of?',
  attack: ['T1020.001', 'DET0403', 'AN1132'],
  needs: ['traffic', 'snapshot'],
  tuning: [],
  evaluate(setup, context) {
    const isStream = context.session.kind === 'encapsulated'
    return setup.key.setupClass === 'ghost' && isStream ? tellStreams(context) : []
  },
}

function tellStreams(context: DetectionContext): readonly Reason[] {
  const { timeline, session, episode } = context
  const streams = streamsOfLife(context)
  const [first] = streams
  if (first === undefined) return []
  const read = freshConfiguration(streams, context)
  // Anybody may run a tunnel: without the sender's configuration nobody can say that it is none.
  if (read === undefined && !streams.some(isSurelyCopy)) return []
  const from = [...new Set(streams.map(({ source }) => source))].sort().join(', ')
  const name = nameSubject(timeline.subject)
  const sender = from === name ? name : `${name} (${from})`
  const to = session.destinations[0]?.ip ?? 'an address'
  const seen = `On the wire ${sayObservers(streams)} saw ${sender} send ${sayCarriers(streams)} to ${to}, ${sayAtLeast(streams)} ${saySpan(streams)}`
  const known =
    read === undefined
      ? `no configuration of ${name} was read within a day of it`
      : `its configuration of ${sayTime(read)} shows nothing that would`
  return [
    {
      statement: `${seen}; ${known}.`,
      evidence: episode.facts,
      verdict: read === undefined ? 'needs-review' : 'unexplained',
    },
  ]
}
