/** What one command does to the mirrors of a device. */
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

/** Commands that have no bearing on mirrors. */
export const NOTHING: Step = {}
