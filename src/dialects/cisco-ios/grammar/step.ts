/** What one command does to the mirrors of a device, and the mode the command line is in afterwards. */
import type { SignalKind } from '../../../facts/fact.ts'
import type { MirrorEdit } from '../../../facts/mirror-edit.ts'
import type { SessionAddress } from '../../../facts/mirror-session.ts'

/** What one command does to one session. Without edits it only opens a part of the session's block. */
export interface SessionChange {
  readonly address: SessionAddress
  readonly name: string
  readonly edits: readonly MirrorEdit[]
  /** The command in full words with canonical interface names. */
  readonly canonical: string
}

/** What one command means. Nothing in it: the command has no bearing on mirrors. */
export interface Step {
  readonly changes?: readonly SessionChange[]
  readonly signal?: { readonly signal: SignalKind; readonly detail: string }
  /** Why a command that speaks of mirroring was not understood, or only in part. */
  readonly problem?: string
  /** A command of a session's block, but no block is open. */
  readonly unjoined?: true
}

/** How a command begins: plain, `no …` or `default …`. */
export type Verb = 'set' | 'no' | 'default'

/** Types of the block form of `monitor session`. */
export const BLOCK_TYPES = [
  'erspan-source',
  'erspan-destination',
  'local',
  'local-tx',
  'rspan-source',
  'rspan-destination',
  'capture',
] as const
export type BlockType = (typeof BLOCK_TYPES)[number]

/** The mode of the command line, as far as mirrors depend on it. */
export type Mode =
  | { readonly in: 'top' | 'other' }
  | { readonly in: 'applet'; readonly name: string }
  | { readonly in: 'vlan'; readonly vlans: readonly number[] }
  | {
      readonly in: 'session'
      readonly id: string
      readonly type: BlockType
      readonly part: 'session' | 'destination' | 'source'
    }

/** What one command means, and the mode after it. */
export interface Stepped {
  readonly step: Step
  readonly mode: Mode
}

/** How commands are read: in a snapshot nothing was there before, so two destinations are two, not a replacement. */
export interface ReadingRules {
  readonly snapshot: boolean
}

/** Commands that have no bearing on mirrors. */
export const NOTHING: Step = {}

export const TOP: Mode = { in: 'top' }

/** `{ scope: '', namespace: 'monitor-session', id: '4' }`: an IOS device has one scope. */
export function sessionAddress(
  namespace: 'monitor-session' | 'monitor-capture' | 'rspan-vlan',
  id: string,
): SessionAddress {
  return { scope: '', namespace, id }
}

/** `no` before a command, and nothing before a plain one: `write('no', 'monitor session 1')` → `no monitor session 1`. */
export function write(verb: Verb, ...words: readonly string[]): string {
  return [...(verb === 'set' ? [] : [verb]), ...words].filter((word) => word !== '').join(' ')
}
