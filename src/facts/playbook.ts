/** How a platform undoes a session: what dialects offer and findings print, each without knowing the other. */
import type { MirrorSession, SessionAddress } from './mirror-session.ts'

/** What a playbook is asked to undo. */
export interface PlaybookRequest {
  readonly address: SessionAddress
  readonly session: MirrorSession
  /** What is approved of it, its allowed part or an earlier form: `contain` goes back to that. Absent: the whole copy is stopped. */
  readonly allowed?: MirrorSession | undefined
  /** The cloud account whose session it is, as records write it. `111122223333` */
  readonly account?: string | undefined
}

/** Commands exact for the platform. tapwarden prints them; a person runs them. */
export interface PlaybookCommands {
  /** Save what is there, before anything is touched. */
  readonly preserve: readonly string[]
  /** Find what else the same hands touched. */
  readonly scope: readonly string[]
  /** Stop the copy or what is not allowed of it, keeping evidence where the platform can. */
  readonly contain: readonly string[]
  readonly verify: readonly string[]
  /** Undo `contain`: the session as it was found. */
  readonly rollback: readonly string[]
}

/** How one platform undoes a session. Pure. */
export type Playbook = (request: PlaybookRequest) => PlaybookCommands
