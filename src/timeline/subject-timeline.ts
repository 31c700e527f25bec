/** All that is known of one subject, and of all of them. */
import type { FiledBy, ObservedFeature, SignalFact, TicketFact } from '../facts/fact.ts'
import type { Leg } from '../facts/schema-parts.ts'
import type { NameConflict, Subject } from '../inventory/subject.ts'
import type { Instant } from '../kit/instant.ts'
import type { Setup } from './setup.ts'
import type { CollectorStream, PortTraffic, Stream } from './traffic/stream.ts'

/** How one leg of one subject was heard. */
export interface LegCoverage {
  readonly leg: Leg
  readonly state: 'heard' | 'silent' | 'not-declared' | 'never-heard'
  readonly first?: Instant | undefined
  readonly last?: Instant | undefined
  /** Whether what was heard carried typed commands or API calls. */
  readonly commands: boolean
  readonly basis: 'exact' | 'sampled'
}

/** The clock of one channel of one day against trusted time. */
export interface Skew {
  readonly leg: Leg
  readonly day: string
  readonly medianMs: number
  readonly errorMs: number
  readonly samples: number
}

/** What one running configuration showed beside mirrors. */
export interface ObservedConfiguration {
  readonly fact: string
  readonly at?: Instant | undefined
  readonly features: readonly ObservedFeature[]
  readonly filedBy?: FiledBy | undefined
}

/** A change ticket with the subjects that its names lead to, and the names that lead nowhere. */
export interface Ticket {
  readonly fact: TicketFact
  readonly subjects: readonly string[]
  readonly unknownNames: readonly string[]
}

/** All that is known of one subject. */
export interface SubjectTimeline {
  readonly subject: Subject
  readonly platform: string
  readonly setups: readonly Setup[]
  readonly signals: readonly (SignalFact & { readonly effectiveAt?: Instant | undefined })[]
  readonly coverage: readonly LegCoverage[]
  readonly skew: readonly Skew[]
  readonly unjoinedFragments: readonly string[]
  /** Fragments that no or several platforms could have meant. */
  readonly ambiguousFragments: readonly string[]
  /** Instants at which the running configuration was seen. */
  readonly snapshotTimes: readonly Instant[]
  /** Those of them that showed the whole device and could not be forged: what they lack was not there. */
  readonly wholeSnapshotTimes: readonly Instant[]
  readonly hasUndatedSnapshot: boolean
  /** Undated ones first, then in time order. */
  readonly configurations: readonly ObservedConfiguration[]
  /** What it sent that may be a copy, and what its ports sent, as flow records and captures show it. */
  readonly streams: readonly Stream[]
  readonly ports: readonly PortTraffic[]
  /** Traffic fact → who saw it: this subject's id for the device itself, another exporter's, or `a sensor`. */
  readonly observers: ReadonlyMap<string, string>
}

/** Every subject's timeline, and what could not be resolved. */
export interface Timelines {
  readonly subjects: readonly SubjectTimeline[]
  readonly conflicts: readonly NameConflict[]
  /** Known by the moment asked about, in number order, whomever they concern. */
  readonly tickets: readonly Ticket[]
  /** What collectors of the inventory send themselves. */
  readonly collectorStreams: readonly CollectorStream[]
}
