/**
 * All facts → every subject's timeline. The heart: pure, and the same for any order, batching or repetition of facts.
 */
import type { Fact, SnapshotFact, StateFact } from '../facts/fact.ts'
import type { Inventory } from '../inventory/inventory.ts'
import { resolveSubjects } from '../inventory/resolve-subjects.ts'
import type { Subject } from '../inventory/subject.ts'
import type { Instant } from '../kit/instant.ts'
import type { Grammars } from './changes/assemble-commands.ts'
import { collectEvents, type SubjectEvents } from './changes/collect-events.ts'
import { hear, toLegCoverage } from './coverage.ts'
import { buildSetups } from './episodes/build-setups.ts'
import { joinSetups } from './links/join-setups.ts'
import { linkSharedObjects } from './links/shared-objects.ts'
import type { Setup } from './setup.ts'
import { byText } from './setup-id.ts'
import { effectiveTime, measureSkew } from './skew.ts'
import type { Skew, SubjectTimeline, Timelines } from './subject-timeline.ts'

/** All that timelines depend on. */
export interface TimelineInput {
  readonly facts: readonly Fact[]
  readonly inventory: Inventory
  /** Valid time asked for: what happened later is not looked at. */
  readonly now: Instant
  readonly grammars: Grammars
  /** Whether every line was heard, or a sample on a fixed grid. */
  readonly coverageBasis: 'exact' | 'sampled'
}

/** Builds every timeline, subjects in id order. A subject of the inventory that nobody heard of has an empty one. */
export function buildTimelines(input: TimelineInput): Timelines {
  const facts = input.facts.toSorted((a, b) => byText(a.id, b.id))
  const resolver = resolveSubjects(facts, input.inventory)
  const bySubject = new Map<string, { subject: Subject; facts: Fact[] }>()
  for (const subject of resolver.known) bySubject.set(subject.id, { subject, facts: [] })
  for (const fact of facts) {
    const subject = resolver.resolve(fact.ref)
    if (subject === undefined) continue
    const entry = bySubject.get(subject.id) ?? { subject, facts: [] }
    entry.facts.push(fact)
    bySubject.set(subject.id, entry)
  }
  const alone = [...bySubject.values()]
    .sort((a, b) => byText(a.subject.id, b.subject.id))
    .flatMap((entry) => buildTimeline(entry, input))
  return { subjects: joinAcross(alone), conflicts: resolver.conflicts }
}

/** Nothing for a subject that nobody knew of at the moment asked about. Its clock is corrected before that is decided. */
function buildTimeline(
  { subject, facts: ever }: { readonly subject: Subject; readonly facts: readonly Fact[] },
  input: TimelineInput,
): readonly SubjectTimeline[] {
  const skews = measureSkew(ever)
  const facts = ever.filter((fact) => trustedTime(fact, skews) <= input.now)
  const isListed = subject.device !== undefined || subject.account !== undefined
  if (facts.length === 0 && !isListed) return []
  const platform = platformOf(subject, facts)
  const hearing = hear(facts)
  const events = collectEvents(facts, { platform, grammars: input.grammars, skews })
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  const setups = buildSetups({
    subject: subject.id,
    events: events.setups,
    states: facts.filter(isState),
    hearing,
    facts: byId,
  })
  const snapshots = facts.filter(isSnapshot).filter(({ scope }) => scope.state === 'running')
  const timeline: SubjectTimeline = {
    subject,
    platform,
    setups,
    signals: datedSignals(events, skews),
    coverage: toLegCoverage(hearing, input.coverageBasis),
    skew: skews,
    unjoinedFragments: events.commands.unjoined,
    ambiguousFragments: events.commands.ambiguous,
    snapshotTimes: [...new Set(snapshots.flatMap((snapshot) => snapshot.time.at ?? []))].sort(byText),
    hasUndatedSnapshot: snapshots.some((snapshot) => snapshot.time.at === undefined),
  }
  return [timeline]
}

/** An hour in which a channel was heard is the collector's wherever the device's clock is not set: it needs no correction. */
function trustedTime(fact: Fact, skews: readonly Skew[]): Instant | '' {
  return (fact.kind === 'seen' ? fact.hour : effectiveTime(fact.time, fact.leg, skews).at) ?? ''
}

/** The inventory's word, then a configuration's, then what any record betrays. Several different words mean not known. */
function platformOf(subject: Subject, facts: readonly Fact[]): string {
  if (subject.device?.platform !== undefined) return subject.device.platform
  if (subject.account !== undefined) return subject.account.provider
  const bySnapshot = new Set(facts.filter(isSnapshot).map((fact) => fact.platform))
  const byRecord = new Set(
    facts.flatMap((fact) => ('platform' in fact && fact.platform !== undefined ? [fact.platform] : [])),
  )
  const [said, other] = bySnapshot.size > 0 ? bySnapshot : byRecord
  return other === undefined ? (said ?? '') : ''
}

function datedSignals({ signals }: SubjectEvents, skews: readonly Skew[]): SubjectTimeline['signals'] {
  return signals
    .map((signal) => {
      const { at } = effectiveTime(signal.time, signal.leg, skews)
      return at === undefined ? signal : { ...signal, effectiveAt: at }
    })
    .sort((a, b) => byText(a.id, b.id) || byText(a.signal, b.signal))
}

/** The second stage: what links set-ups of several subjects. */
function joinAcross(timelines: readonly SubjectTimeline[]): readonly SubjectTimeline[] {
  const owned = timelines.flatMap(({ subject, setups }) => setups.map((setup) => ({ subject, setup })))
  const joined = new Map<string, Setup>(linkSharedObjects(joinSetups(owned)).map((setup) => [setup.id, setup]))
  return timelines.map((timeline) => ({
    ...timeline,
    setups: timeline.setups.map((setup) => joined.get(setup.id) ?? setup),
  }))
}

function isState(fact: Fact): fact is StateFact {
  return fact.kind === 'state'
}

function isSnapshot(fact: Fact): fact is SnapshotFact {
  return fact.kind === 'snapshot'
}
