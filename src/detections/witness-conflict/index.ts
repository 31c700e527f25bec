/** Asks whether somebody else's word stands against the device's own. */
import type { SignalFact } from '../../facts/fact.ts'
import { describeDestinations } from '../../timeline/describe-session.ts'
import { sayAtLeast, sayObservers, saySpan } from '../../timeline/traffic/describe-stream.ts'
import { streamsOfLife } from '../../timeline/traffic/streams-of-life.ts'
import { nearestMoment, sayDistance, toMoments } from '../_acts/moments.ts'
import { configurationsOfLife, featuresIn } from '../_configuration/features-of-life.ts'
import { isRoleInFocus } from '../_tuning/focus.ts'
import { capitalise, nameSetup } from '../_wording/names.ts'
import { sayTime } from '../_wording/times.ts'
import type { Detection, DetectionContext, Reason } from '../contract.ts'
import { content } from './content.ts'

export const detection: Detection = {
  id: 'witness-conflict',
  version: 2,
  title: 'Witnesses that contradict each other',
  question:
    'Does another witness say something of the session that the device does not, or did its software change around it?',
  attack: ['T1020.001', 'T1601.001', 'DET0403', 'AN1132'],
  needs: ['snapshot', 'fragment', 'signal', 'state', 'traffic'],
  tuning: ['TimeWindow', 'DeviceRole'],
  content,
  evaluate(setup, context) {
    if (setup.key.setupClass !== 'mirror' || !isRoleInFocus(context)) return []
    const name = nameSetup(setup, context)
    return [...denied(name, context), ...imaged(name, context), ...booted(name, context), ...onTheWire(name, context)]
  },
}

/** The accounting server is not the device: what it recorded and the device's own configuration does not show is a contradiction. */
function denied(name: string, { episode }: DetectionContext): readonly Reason[] {
  const byServer = episode.changes.filter(({ legs, outcome }) => legs.includes('aaa') && outcome === 'accepted')
  const [first] = byServer
  if (!episode.unconfirmed || first === undefined) return []
  const statement = `The AAA server recorded that ${name} was set up at ${sayTime(first.at)}, and the configuration that the device gave by ${sayTime(episode.until)} does not show it.`
  const evidence = [...new Set([...byServer.flatMap(({ facts }) => facts), ...episode.facts])].sort()
  return [{ statement, evidence, verdict: 'unexplained' }]
}

/** The wire is a witness that no device can silence: a session that is shut down sends nothing, and its id goes nowhere else. */
function onTheWire(name: string, context: DetectionContext): readonly Reason[] {
  return [...runsWhileShut(name, context), ...goesElsewhere(name, context)]
}

function runsWhileShut(name: string, context: DetectionContext): readonly Reason[] {
  const { from, session } = context.episode.states.at(-1) ?? {}
  if (session?.enabled !== false || from === undefined) return []
  const sent = streamsOfLife(context).filter(({ firstAt, of }) => of === 'carrier' && firstAt >= from)
  if (sent.length === 0) return []
  const statement = `The device shows ${name} as not enabled since ${sayTime(from)}, and ${sayObservers(sent)} saw it send ${sayAtLeast(sent)} ${saySpan(sent)}.`
  return [{ statement, evidence: sent.flatMap(({ facts }) => facts), verdict: 'unexplained' }]
}

function goesElsewhere(name: string, { session, timeline }: DetectionContext): readonly Reason[] {
  const { erspanId } = session.details ?? {}
  if (erspanId === undefined || session.role !== undefined) return []
  return timeline.setups.flatMap(({ key, episodes, facts }) => {
    const ghost = episodes.at(-1)?.states.at(-1)?.session
    if (key.setupClass !== 'ghost' || ghost?.details?.erspanId !== erspanId) return []
    const statement = `The device shows ${name} with ERSPAN id ${erspanId} to ${describeDestinations(session)}, and a copy with that id goes to ${describeDestinations(ghost)}.`
    return [{ statement, evidence: facts, verdict: 'unexplained' as const }]
  })
}

function imaged(name: string, { timeline, episode, inventory }: DetectionContext): readonly Reason[] {
  const moments = toMoments(episode, () => true)
  return timeline.signals.filter(isNewImage).flatMap((signal) => {
    const at = signal.effectiveAt ?? signal.time.at
    const near = at === undefined ? undefined : nearestMoment(moments, at, inventory.tuning.TimeWindow * 1000)
    if (near === undefined || at === undefined) return []
    const statement = `The software of the device was changed at ${sayTime(at)} (${signal.detail}), ${sayDistance(near, at, name)}.`
    return [{ statement, evidence: [...new Set([signal.id, ...near.moment.facts])].sort() }]
  })
}

function isNewImage({ signal, outcome }: SignalFact): boolean {
  return signal === 'image-changed' && outcome === 'accepted'
}

/** What the device would start from next is another image than when the session began. */
function booted(name: string, context: DetectionContext): readonly Reason[] {
  const seen = configurationsOfLife(context)
  return seen.flatMap((after, index) => {
    const before = seen[index - 1]
    if (before === undefined) return []
    const [was, is] = [before, after].map((one) =>
      featuresIn(one, 'boot-image')
        .map(({ values }) => values['image'] ?? '')
        .join(', '),
    )
    if (was === is || was === '' || is === '') return []
    const statement = `${capitalise(name)} is told by a device whose boot image changed between ${sayTime(before.at)} and ${sayTime(after.at)}: ${was} → ${is}.`
    return [{ statement, evidence: [before.fact, after.fact] }]
  })
}
