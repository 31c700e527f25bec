/** What the file system refused, in words for the operator. */
import type { InputFailure } from '../contract.ts'

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'a symbolic link that leads to itself',
  EIO: 'the disk reported a read error',
  ENAMETOOLONG: 'the name is too long',
}

/** `EACCES` on `a.cfg` → `{ code: 'TW_INPUT_UNREADABLE', message: 'a.cfg: permission denied', … }`. */
export function toFailure(path: string, cause: unknown): InputFailure {
  const errno = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error'
  return {
    path,
    code: errno === 'ENOENT' ? 'TW_INPUT_NOT_FOUND' : 'TW_INPUT_UNREADABLE',
    message: `${path}: ${REASONS[errno] ?? errno}`,
  }
}
