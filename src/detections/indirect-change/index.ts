/** Asks whether a copy was changed without touching its session. */
import type { SignalFact, SignalKind } from '../../facts/fact.ts'
import { nameActor } from '../../timeline/describe-subject.ts'
import type { Setup } from '../../timeline/setup.ts'
import { saySitting } from '../_acts/say-sitting.ts'
import { sittingsOf } from '../_acts/sittings.ts'
import { capitalise, nameSetup } from '../_wording/names.ts'
import { sayTime } from '../_wording/times.ts'
import type { Detection, DetectionContext, Reason } from '../contract.ts'
import { content } from './content.ts'

/** Acts on what stands behind or beside a shared object. */
const SIDE_ACTS: ReadonlySet<SignalKind> = new Set([
  'load-balancer-changed',
  'resource-shared',
  'tag-changed',
  'filter-changed',
])

export const detection: Detection = {
  id: 'indirect-change',
  version: 1,
  title: 'Copy changed from the side',
  question: 'Was something that sessions share (a filter, a target, what is behind it) changed while they used it?',
  attack: ['T1020.001', 'DET0403', 'AN1131'],
  needs: ['change', 'signal'],
  tuning: ['ConfigChangeType'],
  content,
  evaluate(setup, context) {
    if (setup.key.setupClass === 'object') return lookAtObject(setup, context)
    return setup.key.setupClass === 'mirror' ? lookBeside(setup, context) : []
  },
}

/** One finding for the object, which lists the sessions it reaches. Its creation changes nobody. */
function lookAtObject(setup: Setup, context: DetectionContext): readonly Reason[] {
  const users = setup.usedBy.flatMap(({ address }) => {
    const user = context.timeline.setups.find(
      (one) => one.key.setupClass === 'mirror' && one.key.address.id === address.id,
    )
    return [{ id: address.id, from: user?.episodes.at(-1)?.from ?? '' }]
  })
  const later = sittingsOf(context).filter(({ until }) =>
    users.some(({ from }) => until !== undefined && from < until && from !== ''),
  )
  return [
    ...later.map((sitting) => {
      const reached = users.filter(({ from }) => from !== '' && from < (sitting.until ?? '')).map(({ id }) => id)
      const statement = `${capitalise(nameSetup(setup, context))} was ${saySitting(sitting)} while ${reached.join(', ')} used it.`
      return { statement, evidence: sitting.facts, verdict: 'needs-review' as const }
    }),
    ...(users.length === 0 ? [] : lookBeside(setup, context)),
  ]
}

/** Signals that name the object, or what is behind it. */
function lookBeside(setup: Setup, context: DetectionContext): readonly Reason[] {
  const names = namesOf(setup, context)
  const { from, until } = context.episode
  return context.timeline.signals
    .filter((signal) => SIDE_ACTS.has(signal.signal) && signal.outcome === 'accepted' && isAbout(signal, names))
    .filter((signal) => isWithin(signal.effectiveAt ?? signal.time.at, from, until))
    .map((signal) => {
      const at = sayTime(signal.effectiveAt ?? signal.time.at)
      const statement = `Beside ${nameSetup(setup, context)}: ${signal.detail} at ${at} by ${nameActor(signal.actor)}.`
      return { statement, evidence: [signal.id], verdict: 'needs-review' as const }
    })
}

/** A session whose target has a finding of its own leaves what is behind the target to it. */
function namesOf(setup: Setup, { session, timeline }: DetectionContext): readonly string[] {
  const { address, setupClass } = setup.key
  const hasObject = timeline.setups.some(
    ({ key }) => key.setupClass === 'object' && key.address.id === session.details?.targetId,
  )
  const behind =
    setupClass === 'object' || !hasObject
      ? [session.details?.targetResource, ...session.destinations.map(({ resource }) => resource)]
      : []
  return [address.id, ...behind].flatMap((name) => (name === undefined || name.length < 6 ? [] : [name]))
}

function isAbout({ detail }: SignalFact, names: readonly string[]): boolean {
  return names.some((name) => detail.includes(name))
}

function isWithin(at: string | undefined, from: string | undefined, until: string | undefined): boolean {
  return at !== undefined && (from === undefined || at > from) && (until === undefined || at <= until)
}
