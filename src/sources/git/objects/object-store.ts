/** Where the objects of a repository are found: one contract for folders and bundles. */
import type { GitObject } from './git-object.ts'

/** An opened repository. */
export interface ObjectStore {
  /** The commit that is checked out, or would be; undefined in a repository without one. */
  readonly head: string | undefined
  /** Whether everything that should be there could be opened. */
  readonly isWhole: boolean
  /** Undefined when it is missing or broken: shallow clones end somewhere, bundles may build on others. */
  object(id: string): GitObject | undefined
  close(): void
}
