/** The facts of one subject → its timeline. */
import type { Fact, SnapshotFact } from '../facts/fact.ts'
import type { Subject } from '../inventory/subject.ts'
import type { Instant } from '../kit/instant.ts'
import { allSetups } from './all-setups.ts'
import type { Grammars } from './changes/assemble-commands.ts'
import { collectEvents, type SubjectEvents } from './changes/collect-events.ts'
import { collectConfigurations } from './configurations.ts'
import { hear, toLegCoverage } from './coverage.ts'
import { byText } from './setup-id.ts'
import { effectiveTime, measureSkew } from './skew.ts'
import type { Skew, SubjectTimeline } from './subject-timeline.ts'
import { readStreams, readWire } from './traffic/read-wire.ts'
import type { SharedWire } from './traffic/share-wire.ts'

/** What one timeline depends on beside its facts. */
export interface TimelineOptions {
  /** Valid time asked for: what happened later is not looked at. */
  readonly now: Instant
  readonly grammars: Grammars
  /** Whether every line was heard, or a sample on a fixed grid. */
  readonly coverageBasis: 'exact' | 'sampled'
}

/** The same, with what can only be known of all subjects together. */
export interface SharedTimelineOptions extends TimelineOptions {
  readonly wire: SharedWire
}

/** Nothing for a subject that nobody knew of at the moment asked about. Its clock is corrected before that is decided. */
export function buildTimeline(
  { subject, facts: ever }: { readonly subject: Subject; readonly facts: readonly Fact[] },
  input: SharedTimelineOptions,
): readonly SubjectTimeline[] {
  const skews = measureSkew(ever)
  const facts = ever.filter((fact) => trustedTime(fact, skews) <= input.now)
  const isListed = subject.device !== undefined || subject.account !== undefined
  if (facts.length === 0 && !isListed) return []
  const platform = platformOf(subject, facts)
  const hearing = hear(facts)
  const events = collectEvents(facts, { platform, grammars: input.grammars, skews, now: input.now })
  const { observers, ...wire } = readWire(facts, subject, { names: input.wire.names, now: input.now })
  const configurations = collectConfigurations(facts)
  const setups = allSetups({ subject, platform, facts, events, hearing, wire, observers, configurations }, input.wire)
  return [
    {
      subject,
      platform,
      setups,
      signals: datedSignals(events, skews),
      coverage: toLegCoverage(hearing, input.coverageBasis),
      skew: skews,
      unjoinedFragments: events.commands.unjoined,
      ambiguousFragments: events.commands.ambiguous,
      ...readingTimes(facts),
      configurations,
      streams: readStreams(wire.seen, subject, { setups, names: input.wire.names }),
      ports: wire.ports,
      observers,
    },
  ]
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

type ReadingTimes = Pick<SubjectTimeline, 'snapshotTimes' | 'wholeSnapshotTimes' | 'hasUndatedSnapshot'>

function readingTimes(facts: readonly Fact[]): ReadingTimes {
  const snapshots = facts.filter(isSnapshot).filter(({ scope }) => scope.state === 'running')
  return {
    snapshotTimes: timesOf(snapshots),
    wholeSnapshotTimes: timesOf(snapshots.filter(({ scope, trust }) => scope.complete && trust !== 'spoofable')),
    hasUndatedSnapshot: snapshots.some(({ time }) => time.at === undefined),
  }
}

function timesOf(snapshots: readonly SnapshotFact[]): readonly Instant[] {
  return [...new Set(snapshots.flatMap(({ time }) => time.at ?? []))].sort(byText)
}

function isSnapshot(fact: Fact): fact is SnapshotFact {
  return fact.kind === 'snapshot'
}
