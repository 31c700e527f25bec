/** Asks whether session and wire contradict each other the other way round: one that never sends, or a mirror port that sends without one. */
import { DAY_MS } from '../../kit/durations.ts'
import { gapMs } from '../../kit/instant.ts'
import { sayBytes } from '../../kit/say-bytes.ts'
import { describeDestinations } from '../../timeline/describe-session.ts'
import { nameSubject } from '../../timeline/describe-subject.ts'
import type { Setup } from '../../timeline/setup.ts'
import { sayObservers, saySpan } from '../../timeline/traffic/describe-stream.ts'
import type { Observation, Stream } from '../../timeline/traffic/stream.ts'
import { factsOf } from '../_approval/evidence.ts'
import { isRoleInFocus } from '../_tuning/focus.ts'
import { freshConfiguration } from '../_wire/fresh-configuration.ts'
import { nameSetup } from '../_wording/names.ts'
import { sayTime } from '../_wording/times.ts'
import type { Detection, DetectionContext, Reason } from '../contract.ts'

export const detection: Detection = {
  id: 'phantom-session',
  version: 1,
  title: 'Session without traffic, or mirror port without a session',
  question:
    'Is a session never seen to send by somebody who would see it, or does a mirror port send without a session?',
  attack: ['T1020.001', 'DET0403', 'AN1132'],
  needs: ['traffic', 'snapshot', 'fragment'],
  tuning: ['DeviceRole'],
  evaluate(setup, context) {
    if (!isRoleInFocus(context)) return []
    if (setup.key.setupClass === 'ghost') return tellPort(context)
    return setup.key.setupClass === 'mirror' ? tellSilent(setup, context) : []
  },
}

/** A port to which copies go, or went, sends like a mirror port while no session says so. */
function tellPort(context: DetectionContext): readonly Reason[] {
  const { timeline, session, episode } = context
  const port = session.destinations[0]?.interface
  const seen = timeline.ports.filter((one) => one.port === port)
  const read = freshConfiguration(seen, context)
  // Without the configuration nobody can say that there is no session.
  if (port === undefined || read === undefined) return []
  const octets = Math.max(...seen.map(({ outAtLeast }) => outAtLeast))
  const [first] = seen
  const statement = `Port ${port} of ${nameSubject(timeline.subject)} sent at least ${sayBytes(octets)} and received next to none between ${sayTime(first?.firstAt)} and ${sayTime(first?.lastAt)}, and its configuration of ${sayTime(read)} shows no session that copies to it.`
  return [{ statement, evidence: episode.facts, verdict: 'unexplained' }]
}

/** Only somebody who saw the device send other things of its own for a day, every packet of them, would have seen the copy. */
function tellSilent(setup: Setup, context: DetectionContext): readonly Reason[] {
  const { episode, session, timeline } = context
  const goesOut = session.kind === 'encapsulated' && session.destinations.some(({ ip }) => ip !== undefined)
  const { from } = episode.states.at(-1) ?? {}
  const isRunning = episode.untilBasis === undefined && session.enabled === true && session.incomplete !== true
  if (!goesOut || !isRunning || from === undefined || episode.runningFacts.length > 0) return []
  const others = timeline.streams.filter(({ lastAt, observations }) => lastAt >= from && observations.some(isWhole))
  if (!isLongEnough(others, from)) return []
  const statement = `On the wire ${sayObservers(others)} saw ${nameSubject(timeline.subject)} send to other places ${saySpan(others)}, and nothing of ${nameSetup(setup, context)} go to ${describeDestinations(session)}.`
  const evidence = [...new Set([...others.flatMap(({ facts }) => facts), ...factsOf(episode.states)])].sort()
  return [{ statement, evidence }]
}

/** Of sampled packets some are missing, and with them a thin copy. */
function isWhole({ bytesAtLeast, bytesEstimated }: Observation): boolean {
  return bytesEstimated <= bytesAtLeast
}

function isLongEnough(streams: readonly Stream[], from: string): boolean {
  const first = streams.map(({ firstAt }) => (firstAt < from ? from : firstAt)).sort()[0]
  const last = streams
    .map(({ lastAt }) => lastAt)
    .sort()
    .at(-1)
  return first !== undefined && last !== undefined && gapMs(first, last) >= DAY_MS
}
