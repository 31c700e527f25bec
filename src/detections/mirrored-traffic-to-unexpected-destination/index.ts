/** Asks whether the copy was seen to leave to where no approval lets it go: AN1132's second leg. */

import { isWithin } from '../../inventory/matching/collectors.ts'
import { gapMs } from '../../kit/instant.ts'
import { sayBytes } from '../../kit/say-bytes.ts'
import { nameSubject } from '../../timeline/describe-subject.ts'
import type { Setup } from '../../timeline/setup.ts'
import { sayAtLeast, sayCarrier, sayCarriers, sayObservers, saySpan } from '../../timeline/traffic/describe-stream.ts'
import type { Stream } from '../../timeline/traffic/stream.ts'
import { streamsOfLife } from '../../timeline/traffic/streams-of-life.ts'
import { type JudgedCopy, judgeCopy } from '../_approval/judge-copy.ts'
import { isRoleInFocus } from '../_tuning/focus.ts'
import { nameSetup } from '../_wording/names.ts'
import { sayTime } from '../_wording/times.ts'
import type { Detection, DetectionContext, Reason } from '../contract.ts'

/** Less than this is a handshake, not what was copied. */
const MIN_BYTES = 10_000

export const detection: Detection = {
  id: 'mirrored-traffic-to-unexpected-destination',
  version: 1,
  title: 'Copied traffic seen leaving to an unexpected destination',
  question: 'Do flow records or captures show the copy leaving to where no approval lets it go?',
  attack: ['T1020.001', 'DET0403', 'AN1132'],
  needs: ['traffic', 'snapshot', 'fragment', 'change'],
  tuning: ['MirrorDestinationPort', 'TimeWindow', 'DeviceRole'],
  evaluate(setup, context) {
    if (!isRoleInFocus(context)) return []
    const judged = judgeCopy(setup, context)
    if (judged === undefined || judged.judgement.answer === 'approved') return []
    const copy = isExpected(judged) ? [] : [...tellStreams(setup, context), ...tellPorts(setup, context)]
    return [...copy, ...tellFirstSeen(setup, context)]
  },
}

/** A copy that is wrong in another way may still go where copies may go. */
function isExpected({ match }: JudgedCopy): boolean {
  const { collectors, nearest } = match
  if (collectors.length > 0 && collectors.every((name) => name !== undefined)) return true
  return nearest?.differences.every(({ dimension }) => dimension !== 'destination') === true
}

/** Reading 2: the encapsulated copy itself. */
function tellStreams(setup: Setup, context: DetectionContext): readonly Reason[] {
  const streams = streamsOfLife(context).filter(({ of }) => of === 'carrier')
  return [...Map.groupBy(streams, ({ destination }) => destination)].map(([destination, own]) => {
    const statement = `On the wire ${sayObservers(own)} saw the copy of ${nameSetup(setup, context)} go to ${destination} as ${sayCarriers(own)}, ${sayAtLeast(own)} ${saySpan(own)}${sayKnob(own, context)}.`
    return { statement, evidence: factsOf(own) }
  })
}

/** Reading 1: a mirror port that sends. */
function tellPorts(setup: Setup, context: DetectionContext): readonly Reason[] {
  const own = new Set(context.episode.facts)
  return context.timeline.ports
    .filter(({ facts }) => facts.some((id) => own.has(id)))
    .map(({ port, of, facts, firstAt, lastAt, outAtLeast }) => ({
      statement: `Port ${port}, to which ${nameSetup(setup, context)} copies, ${of === 'counter' ? `sent at least ${sayBytes(outAtLeast)}` : 'was seen to send'} between ${sayTime(firstAt)} and ${sayTime(lastAt)}.`,
      evidence: facts.filter((id) => own.has(id)),
    }))
}

/** Reading 3: soon after the session was changed, its device sends to where it was never seen to send. */
function tellFirstSeen(setup: Setup, context: DetectionContext): readonly Reason[] {
  const { timeline, episode, inventory } = context
  const changedAt = episode.changes.flatMap(({ at }) => at ?? [])
  const sent = timeline.streams.filter(({ of }) => of === 'sender')
  return sent.flatMap((stream) => {
    const after = changedAt.find(
      (at) => stream.firstAt >= at && gapMs(at, stream.firstAt) <= inventory.tuning.TimeWindow * 1000,
    )
    const wasHeardBefore =
      after !== undefined && sent.some((other) => other.firstAt < after && sharesObserver(other, stream))
    if (!wasHeardBefore || stream.bytesAtLeast < MIN_BYTES || isKnown(stream.destination, context)) return []
    const statement = `After ${nameSetup(setup, context)} was changed at ${sayTime(after)}, ${nameSubject(timeline.subject)} sent ${sayAtLeast([stream])} to ${stream.destination} (${sayCarrier(stream)}), to which ${sayObservers([stream])} had not seen it send${sayKnob([stream], context)}.`
    return [{ statement, evidence: stream.facts }]
  })
}

function sharesObserver(a: Stream, b: Stream): boolean {
  return a.observations.some(({ observer }) => b.observations.some((other) => other.observer === observer))
}

/** A device or collector of the inventory. */
function isKnown(address: string, { inventory: { devices, collectors } }: DetectionContext): boolean {
  return [...devices, ...collectors].some(({ addresses }) => addresses.some((known) => isWithin(known, address)))
}

function sayKnob(streams: readonly Stream[], { inventory }: DetectionContext): string {
  const ports = streams.flatMap(({ port }) => port ?? [])
  const named = ports.find((port) => inventory.tuning.MirrorDestinationPort.includes(port))
  return named === undefined ? '' : ` (port ${named} is one of MirrorDestinationPort)`
}

function factsOf(streams: readonly Stream[]): readonly string[] {
  return [...new Set(streams.flatMap(({ facts }) => facts))].sort()
}
