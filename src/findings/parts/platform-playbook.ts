/** What a platform offers to undo a session, as far as findings ask; dialects offer it without this room knowing them. */
import type { MirrorSession, SessionAddress } from '../../facts/mirror-session.ts'

/** What a platform is asked to undo. */
export interface PlaybookRequest {
  readonly address: SessionAddress
  readonly session: MirrorSession
  /** What is approved of it, its allowed part or an earlier form; absent where nothing is. */
  readonly allowed?: MirrorSession | undefined
  /** The cloud account whose session it is. */
  readonly account?: string | undefined
}

/** Commands exact for the platform. tapwarden prints them; a person runs them. */
export interface PlaybookCommands {
  readonly preserve: readonly string[]
  readonly scope: readonly string[]
  readonly contain: readonly string[]
  readonly verify: readonly string[]
  readonly rollback: readonly string[]
}

/** How one platform undoes a session. */
export type Playbook = (request: PlaybookRequest) => PlaybookCommands
