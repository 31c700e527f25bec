/** What was heard of a subject and what was not: printed beside every finding. */
import type { Leg } from '../../facts/schema-parts.ts'
import { HOUR_MS, MINUTE_MS } from '../../kit/durations.ts'
import { gapMs, type Instant } from '../../kit/instant.ts'
import { sayInstant } from '../../kit/say-instant.ts'
import { nameSubject } from '../../timeline/describe-subject.ts'
import type { LegCoverage, SubjectTimeline } from '../../timeline/subject-timeline.ts'
import type { Finding } from '../finding.ts'

/** A leg this much quieter than the others of its subject has fallen silent: as long as a quiet device takes from one message to the next. */
const SILENT_AFTER_MS = 12 * HOUR_MS

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

/** What the answer for this subject rests on, in words, and what was missing. Absolute times only. */
export function tellCoverage(timeline: SubjectTimeline): Finding['coverage'] {
  const legs = LEGS_OF_KIND[timeline.subject.kind].map((leg) => legCoverage(timeline, leg))
  const newest = legs
    .flatMap(({ last }) => last ?? [])
    .toSorted()
    .at(-1)
  const heard = legs.filter(({ state }) => state === 'heard').map((leg) => tellHeard(leg, newest))
  const statement = `${nameSubject(timeline.subject)}: ${heard.join('; ') || 'nothing was heard'}.`
  return { statement, gaps: [...legs.flatMap(tellGap), ...unplacedCommands(timeline), ...tellClocks(timeline)] }
}

function legCoverage({ coverage }: SubjectTimeline, leg: Leg): LegCoverage {
  return coverage.find((one) => one.leg === leg) ?? { leg, state: 'never-heard', commands: false, basis: 'exact' }
}

function tellHeard(coverage: LegCoverage, newest: Instant | undefined): string {
  const { leg, first, last } = coverage
  const name = LEG_NAMES[leg]
  if (first === undefined || last === undefined) return `${name} undated`
  const heard = first === last ? sayInstant(first) : `${sayInstant(first)} to ${sayInstant(last)}`
  return `${name} heard ${heard}${hasFallenSilent(coverage, newest) ? ', silent since' : ''}`
}

/** Configurations are read now and then: between two readings they are not silent. */
function hasFallenSilent({ leg, last }: LegCoverage, newest: Instant | undefined): boolean {
  if (leg === 'config' || last === undefined || newest === undefined) return false
  return gapMs(last, newest) > SILENT_AFTER_MS
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

/** Less than this is how exact log stamps are. */
const NOTABLE_SKEW_MS = MINUTE_MS

/** Clocks that were measured to be off: times in the finding are corrected, the evidence shows what the device wrote. */
function tellClocks({ skew }: SubjectTimeline): readonly string[] {
  return skew
    .filter(({ medianMs }) => Math.abs(medianMs) >= NOTABLE_SKEW_MS)
    .map(({ leg, day, medianMs, errorMs }) => {
      const off = `${Math.round(Math.abs(medianMs) / MINUTE_MS)} min ${medianMs > 0 ? 'fast' : 'slow'}`
      return `clock ${off} in the ${LEG_NAMES[leg]} of ${day} (± ${Math.ceil(errorMs / 1000)} s): times are corrected`
    })
}

function unplacedCommands({ unjoinedFragments, ambiguousFragments }: SubjectTimeline): readonly string[] {
  const count = unjoinedFragments.length + ambiguousFragments.length
  return count === 0
    ? []
    : [`${count} recorded ${count === 1 ? 'command' : 'commands'} could not be placed in a session`]
}
