/** What a timeline is made of: set-ups, each with its episodes and the changes that shaped them. */
import type { SignalFact } from '../facts/fact.ts'
import type { MirrorSession, SessionAddress } from '../facts/mirror-session.ts'
import type { Actor, Leg, Trust } from '../facts/schema-parts.ts'
import type { NameConflict, Subject } from '../inventory/subject.ts'
import type { Instant } from '../kit/instant.ts'

/** What identifies a set-up for ever: never its sources, destination or filter. */
export interface SetupKey {
  readonly subject: string
  /** `mirror` for sessions; `attempt` for what was refused; `object` for shared cloud objects (targets, filters). */
  readonly setupClass: 'mirror' | 'attempt' | 'object'
  readonly address: SessionAddress
}

/** Who is behind a witness: the device itself, the AAA server, the cloud's control plane. Confidence counts these, not legs. */
export type Witness = 'device' | 'aaa-server' | 'cloud-control-plane'

/** One act on one set-up, from one fact or from the same command recorded by several channels. */
export interface Change {
  /** All facts that record it, sorted. */
  readonly facts: readonly string[]
  readonly legs: readonly Leg[]
  readonly trust: Trust
  /** Corrected by the measured skew of the channel; undefined when no record says when. */
  readonly at?: Instant | undefined
  /** Half-width of what the time may be off by, in milliseconds. */
  readonly clockErrorMs: number
  readonly operation: string
  readonly via: 'cli' | 'netconf' | 'snmp' | 'api' | 'console' | 'copy' | 'unknown'
  readonly actor: Actor
  /** Accounts or addresses on which the records of this one act disagree. */
  readonly actorConflicts: readonly string[]
  readonly outcome: 'accepted' | 'denied' | 'failed'
  readonly error?: string | undefined
}

/** What is known of a session from one moment on. */
export interface SessionState {
  readonly from?: Instant | undefined
  readonly session: MirrorSession
  /** The change or snapshot that made it so. */
  readonly because:
    | { readonly by: 'change'; readonly change: Change }
    | {
        readonly by: 'snapshot'
        readonly fact: string
        readonly lines: readonly { readonly line: number; readonly text: string }[]
      }
  /** Set when a snapshot differs from what was known and no record says who did it. */
  readonly unlogged?: UnloggedDifference | undefined
}

/** A difference that no change explains, and how well the command-carrying channels were heard across the gap. */
export interface UnloggedDifference {
  /** The earlier in-scope snapshot that did not show it. */
  readonly since: Instant
  readonly until: Instant
  readonly earlierFact: string
  /** The legs that carry commands and were alive across the whole gap; empty → a blind spot, not a silent change. */
  readonly aliveLegs: readonly Leg[]
}

/** One life of a set-up, from its appearance to its removal. */
export interface Episode {
  readonly ordinal: number
  /** When it was first there: exact for a change, `bySnapshot` when only seen to be there by then. */
  readonly from?: Instant | undefined
  readonly fromBasis: 'change' | 'snapshot' | 'undated'
  readonly until?: Instant | undefined
  readonly untilBasis?: 'change' | 'absent-in-snapshot' | undefined
  /** Oldest first; at least one. */
  readonly states: readonly SessionState[]
  readonly changes: readonly Change[]
  /** A logged change that the next in-scope snapshot does not show. */
  readonly unconfirmed: boolean
  /** Facts that show it running (state messages, traffic). */
  readonly runningFacts: readonly string[]
  /** Every fact that speaks for this episode, sorted. */
  readonly facts: readonly string[]
}

/** `live` has operational proof or a control plane's word; `configured` only a configuration's or command's. */
export type SetupStatus = 'live' | 'configured' | 'never-live' | 'ended' | 'unknown'

/** One mirror set-up (or attempt, or shared object) of one subject with all its episodes. */
export interface Setup {
  readonly key: SetupKey
  /** Hash of the key; the finding's id. */
  readonly id: string
  readonly platform: string
  /** In time order; the last is the current or the most recent. Attempts have one episode. */
  readonly episodes: readonly Episode[]
  readonly status: SetupStatus
  /** The newest evidence that the status rests on. */
  readonly asOf?: Instant | undefined
  readonly legs: readonly Leg[]
  readonly witnesses: readonly Witness[]
  /** Refused or failed acts on this address, oldest first. */
  readonly attempts: readonly Change[]
  /** Every fact that speaks of it, sorted. */
  readonly facts: readonly string[]
  /** Set-ups of other subjects that carry or end the same copy (RSPAN, ERSPAN). */
  readonly joined: readonly SetupKey[]
  /** For shared objects: the sessions that use it. */
  readonly usedBy: readonly SetupKey[]
}

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
