/** Which legs saw a set-up, which looked and did not, and which were not there to look: printed beside every finding. */
import type { Leg } from '../../facts/schema-parts.ts'
import { HOUR_MS } from '../../kit/durations.ts'
import { shiftInstant } from '../../kit/instant.ts'
import { sayInstant } from '../../kit/say-instant.ts'
import { nameSubject } from '../../timeline/describe-subject.ts'
import type { LegCoverage, SubjectTimeline } from '../../timeline/subject-timeline.ts'
import type { AssessedSetup } from '../assessed-setup.ts'
import type { Finding, LegState } from '../finding.ts'

/** Coverage is counted in hours, so an hour at either end is not known better. */
const COVERAGE_GRAIN_MS = HOUR_MS

/** The legs a subject of each kind can be heard on. */
const LEGS_OF_KIND: Readonly<Record<'device' | 'account', readonly Leg[]>> = {
  device: ['config', 'log', 'aaa', 'flow'],
  account: ['audit', 'flow'],
}

const LEG_NAMES: Readonly<Record<Leg, string>> = {
  config: 'config',
  log: 'log',
  aaa: 'AAA',
  flow: 'flow',
  audit: 'audit trail',
}

/** How every leg stands to one finding; `members` are the far ends folded into it. */
export function legStates(main: AssessedSetup, members: readonly AssessedSetup[]): Finding['legs'] {
  const seen = new Set([main, ...members].flatMap(({ setup }) => setup.legs))
  const stateOf = (leg: Leg): LegState => {
    if (seen.has(leg)) return 'seen'
    return lookedWhenItBegan(main, leg) ? 'not-seen' : 'not-available'
  }
  return {
    config: stateOf('config'),
    log: stateOf('log'),
    aaa: stateOf('aaa'),
    flow: stateOf('flow'),
    audit: stateOf('audit'),
  }
}

/** A leg first heard after the set-up appeared, or silent by then, could not have seen it appear: that is no comfort. */
function lookedWhenItBegan({ timeline, episode, state }: AssessedSetup, leg: Leg): boolean {
  const heard = timeline.coverage.find((coverage) => coverage.leg === leg)
  if (heard?.state !== 'heard') return false
  if (heard.first === undefined || heard.last === undefined || episode.from === undefined) return true
  const since = state.unlogged?.since ?? episode.from
  return (
    shiftInstant(heard.first, -COVERAGE_GRAIN_MS) <= episode.from &&
    shiftInstant(heard.last, COVERAGE_GRAIN_MS) >= since
  )
}

/** What the answer for this subject rests on, in words, and what was missing. Absolute times only. */
export function tellCoverage(timeline: SubjectTimeline): Finding['coverage'] {
  const legs = LEGS_OF_KIND[timeline.subject.kind].map((leg) => legCoverage(timeline, leg))
  const statement = `${nameSubject(timeline.subject)}: ${legs.map(tellLeg).join('; ')}.`
  return { statement, gaps: [...legs.flatMap(tellGap), ...unplacedCommands(timeline)] }
}

function legCoverage({ coverage }: SubjectTimeline, leg: Leg): LegCoverage {
  return coverage.find((one) => one.leg === leg) ?? { leg, state: 'never-heard', commands: false, basis: 'exact' }
}

function tellLeg({ leg, state, first, last }: LegCoverage): string {
  const name = LEG_NAMES[leg]
  if (state !== 'heard') return `${name} ${STATE_WORDS[state]}`
  if (first === undefined || last === undefined) return `${name} undated`
  return first === last
    ? `${name} heard ${sayInstant(first)}`
    : `${name} heard ${sayInstant(first)} to ${sayInstant(last)}`
}

const STATE_WORDS: Readonly<Record<Exclude<LegCoverage['state'], 'heard'>, string>> = {
  silent: 'configured but never heard',
  'not-declared': 'not configured',
  'never-heard': 'never heard',
}

function tellGap({ leg, state, commands }: LegCoverage): readonly string[] {
  if (state !== 'heard') return [`${LEG_NAMES[leg]} ${STATE_WORDS[state]}`]
  return leg === 'log' && !commands ? ['log carries no typed commands'] : []
}

function unplacedCommands({ unjoinedFragments, ambiguousFragments }: SubjectTimeline): readonly string[] {
  const count = unjoinedFragments.length + ambiguousFragments.length
  return count === 0
    ? []
    : [`${count} recorded ${count === 1 ? 'command' : 'commands'} could not be placed in a session`]
}
