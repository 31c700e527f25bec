/** A change on its way to the fold: the public change and what only the fold needs. */
import type { ActPhase } from '../../facts/fact.ts'
import type { MirrorEdit } from '../../facts/mirror-edit.ts'
import type { SessionAddress } from '../../facts/mirror-session.ts'
import type { Change } from '../episode.ts'

/** One act on one address. `canonical` is what the same act recorded elsewhere would also say; `order` breaks ties of time. */
export interface DraftChange {
  readonly address: SessionAddress
  readonly of: 'session' | 'object'
  readonly platform: string
  readonly name: string
  readonly edits: readonly MirrorEdit[]
  readonly canonical: string
  readonly recordedBy: string
  /** Position among commands of one channel and second, so that a block stays in its order. */
  readonly order: number
  readonly uses: readonly SessionAddress[]
  readonly change: Change
  /** The act it is one of several records of, where its platform writes several. */
  readonly act?: ActPhase | undefined
}
