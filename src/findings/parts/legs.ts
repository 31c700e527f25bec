/** Which legs saw a copy become what it is, which were able to and did not, and which could not have. */
import type { SignalKind } from '../../facts/fact.ts'
import type { Leg } from '../../facts/schema-parts.ts'
import { HOUR_MS } from '../../kit/durations.ts'
import { type Instant, shiftInstant } from '../../kit/instant.ts'
import type { LegCoverage, SubjectTimeline } from '../../timeline/subject-timeline.ts'
import type { AssessedSetup } from '../assessed-setup.ts'
import type { Finding, LegState } from '../finding.ts'

/** Coverage is counted in hours, so an hour at either end is not known better. */
const COVERAGE_GRAIN_MS = HOUR_MS

/** The leg that a signal of a cut silences. */
const LEG_OF_CUT: ReadonlyMap<SignalKind, Leg> = new Map([
  ['logging-cut', 'log'],
  ['command-logging-cut', 'log'],
  ['accounting-cut', 'aaa'],
  ['audit-trail-cut', 'audit'],
  ['flow-logs-cut', 'flow'],
])

/** How every leg stands to one finding; `members` are the far ends folded into it. */
export function legStates(main: AssessedSetup, members: readonly AssessedSetup[]): Finding['legs'] {
  const seen = new Set([main, ...members].flatMap(({ setup }) => setup.legs))
  const stateOf = (leg: Leg): LegState => {
    if (seen.has(leg)) return 'seen'
    return couldSpeak(main, leg) ? 'not-seen' : 'not-available'
  }
  return {
    config: stateOf('config'),
    log: stateOf('log'),
    aaa: stateOf('aaa'),
    flow: stateOf('flow'),
    audit: stateOf('audit'),
  }
}

/** Silence says something only of a leg that was alive when the copy became what it is, and that tells of such things. */
function couldSpeak(assessed: AssessedSetup, leg: Leg): boolean {
  const { timeline, present, episode } = assessed
  const { since, basis, unlogged } = present
  if (leg === 'config') return wasRead(timeline, since, episode.until)
  if (unlogged !== undefined && leg !== 'flow') return unlogged.aliveLegs.includes(leg)
  if (since === undefined || basis === 'seen') return false
  const heard = timeline.coverage.find((coverage) => coverage.leg === leg)
  const tells = leg === 'flow' || heard?.commands === true
  return tells && heard !== undefined && wasHeardAround(heard, since) && !wasCut(timeline, leg, { heard, at: since })
}

/** A configuration shows what was there while it was read. */
function wasRead({ snapshotTimes }: SubjectTimeline, since: Instant | undefined, until: Instant | undefined): boolean {
  return snapshotTimes.some((at) => since !== undefined && at >= since && (until === undefined || at < until))
}

function wasHeardAround({ first, last }: LegCoverage, at: Instant): boolean {
  return (
    first !== undefined &&
    last !== undefined &&
    shiftInstant(first, -COVERAGE_GRAIN_MS) <= at &&
    shiftInstant(last, COVERAGE_GRAIN_MS) >= at
  )
}

/** Cut before that moment and not heard after it. */
function wasCut(
  { signals }: SubjectTimeline,
  leg: Leg,
  { heard, at }: { readonly heard: LegCoverage; readonly at: Instant },
): boolean {
  const isSilent = heard.last === undefined || heard.last < at
  return isSilent && signals.some((signal) => LEG_OF_CUT.get(signal.signal) === leg && isBefore(signal, at))
}

function isBefore({ outcome, effectiveAt, time }: SubjectTimeline['signals'][number], at: Instant): boolean {
  const when = effectiveAt ?? time.at
  return outcome === 'accepted' && when !== undefined && when <= at
}
