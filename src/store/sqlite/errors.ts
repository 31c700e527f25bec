/** SQLite's and the file system's refusals as errors that an operator can act on. */
import { TapwardenError } from '../../kit/errors.ts'

/** The file is SQLite or something else, but tapwarden did not make it. */
export function notAStore(location: string, cause?: unknown): TapwardenError {
  const help = 'Name another file with --store; tapwarden creates it and leaves this one alone.'
  return new TapwardenError('TW_STORE_NOT_A_STORE', `${location} is not a tapwarden store`, help, { cause })
}

/** A newer tapwarden wrote the file. */
export function newerStore(location: string, version: number, supported: number): TapwardenError {
  const message = `${location} has store version ${version}; this tapwarden reads up to version ${supported}`
  return new TapwardenError('TW_STORE_NEWER', message, 'Run the tapwarden that wrote it, or a newer one.')
}

/** Something in the file is not what tapwarden wrote there; `what` names it: `fact 3f2a…`. */
export function corruptStore(location: string, what: string, cause?: unknown): TapwardenError {
  const help = 'Restore the file from a backup, or scan the evidence again into a new store.'
  return new TapwardenError('TW_STORE_CORRUPT', `${location} is damaged: ${what}`, help, { cause })
}

/** The file, its folder or its disk does not take writes. */
export function unwritableStore(location: string, why: string, cause?: unknown): TapwardenError {
  const help = 'Give a file on a local disk with free space, in an existing folder that this user may write to.'
  return new TapwardenError('TW_STORE_UNWRITABLE', `${location} cannot be written: ${why}`, help, { cause })
}

function lockedStore(location: string, cause: unknown): TapwardenError {
  const help = 'Wait for the other process to finish, or give this one its own store.'
  return new TapwardenError('TW_STORE_LOCKED', `${location} is being written by another process`, help, { cause })
}

/** Runs `work` on the store at `location`; what SQLite or the file system refuses is thrown as `TW_STORE_…`. */
export function explaining<T>(location: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw explain(location, error)
  }
}

type Explanation = (location: string, error: Error) => TapwardenError

const unwritable: Explanation = (location, error) => unwritableStore(location, error.message, error)

/** @source SQLite, "Result and Error Codes", the primary codes. */
const EXPLANATIONS: ReadonlyMap<number, Explanation> = new Map([
  [3 /* SQLITE_PERM */, unwritable],
  [5 /* SQLITE_BUSY */, lockedStore],
  [6 /* SQLITE_LOCKED */, lockedStore],
  [8 /* SQLITE_READONLY */, unwritable],
  [10 /* SQLITE_IOERR */, unwritable],
  [11 /* SQLITE_CORRUPT */, (location, error) => corruptStore(location, error.message, error)],
  [13 /* SQLITE_FULL */, unwritable],
  [14 /* SQLITE_CANTOPEN */, unwritable],
  [26 /* SQLITE_NOTADB */, notAStore],
])

/** An extended code of SQLite carries its primary code in the low byte. What stays unexplained is a fault of tapwarden. */
function explain(location: string, error: unknown): unknown {
  if (!(error instanceof Error)) return error
  if ('syscall' in error) return unwritable(location, error)
  if (!('errcode' in error) || typeof error.errcode !== 'number') return error
  return EXPLANATIONS.get(error.errcode & 0xff)?.(location, error) ?? error
}
