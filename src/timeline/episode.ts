/** One life of a set-up: the changes that shaped it and the states it went through. */
import type { MirrorSession } from '../facts/mirror-session.ts'
import type { Actor, Leg, Trust } from '../facts/schema-parts.ts'
import type { Instant } from '../kit/instant.ts'

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
  /** What was written beside it: the comment of a commit, where a ticket number may stand. */
  readonly comment?: string | undefined
  /** The platforms whose grammars read the command differently, where nobody says which one it was typed on. */
  readonly readAs?: readonly string[] | undefined
  /** The login under which it was done, where another record tells of it. */
  readonly login?: Login | undefined
}

/** A login (or a device's own word of who configured it) that belongs to an act, and so says from where it came. */
export interface Login {
  readonly fact: string
  readonly leg: Leg
  readonly at: Instant
  readonly account: string
  readonly from: string
}

/** What is known of a session from one moment on. */
export interface SessionState {
  readonly from?: Instant | undefined
  readonly session: MirrorSession
  /** The change, snapshot or stream on the wire that made it so. */
  readonly because:
    | { readonly by: 'change'; readonly change: Change }
    | {
        readonly by: 'snapshot'
        readonly fact: string
        readonly lines: readonly { readonly line: number; readonly text: string }[]
      }
    | { readonly by: 'traffic'; readonly fact: string }
  /** Set when a snapshot differs from what was known and no record says who did it. */
  readonly unlogged?: UnloggedDifference | undefined
  /** The words are those of the state before; what they stand for is not. */
  readonly meaningChanged?: true
  /** Set where nothing but records that anyone could have sent says that it became so. */
  readonly spoofable?: true
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
  readonly fromBasis: 'change' | 'snapshot' | 'undated' | 'traffic'
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
