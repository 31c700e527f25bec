/** A mirror set-up, attempt or shared object of one subject, with all its episodes. */
import type { SessionAddress } from '../facts/mirror-session.ts'
import type { Leg } from '../facts/schema-parts.ts'
import type { Instant } from '../kit/instant.ts'
import type { Change, Episode } from './episode.ts'

/** What identifies a set-up for ever: never its sources, destination or filter. */
export interface SetupKey {
  readonly subject: string
  /**
   * `mirror` for sessions; `attempt` for what was refused; `object` for shared cloud objects (targets, filters); `redirect` for
   * traffic led away instead of copied; `ghost` for a copy on the wire that no session explains.
   */
  readonly setupClass: 'mirror' | 'attempt' | 'object' | 'redirect' | 'ghost'
  readonly address: SessionAddress
}

/**
 * Who is behind a witness: the device itself, the AAA server, the cloud's control plane, another exporter that saw the copy pass,
 * a sensor that captured it. Confidence counts these, not legs.
 */
export type Witness = 'device' | 'aaa-server' | 'cloud-control-plane' | 'neighbour' | 'sensor'

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
