/** All that is known of one subject, and of all of them. */
import type { SignalFact } from '../facts/fact.ts'
import type { Leg } from '../facts/schema-parts.ts'
import type { NameConflict, Subject } from '../inventory/subject.ts'
import type { Instant } from '../kit/instant.ts'
import type { Setup } from './setup.ts'

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
  readonly hasUndatedSnapshot: boolean
}

/** Every subject's timeline, and what could not be resolved. */
export interface Timelines {
  readonly subjects: readonly SubjectTimeline[]
  readonly conflicts: readonly NameConflict[]
}
