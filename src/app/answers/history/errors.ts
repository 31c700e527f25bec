/** Questions about the past that have no answer as they were put. */
import { TapwardenError } from '../../../kit/errors.ts'

/** `TW_SUBJECT_UNKNOWN`: no device or account of this name was heard of. */
export function unknownSubject(name: string, near: readonly string[]): TapwardenError {
  const help = near.length === 0 ? 'tapwarden coverage lists all subjects.' : `Did you mean: ${near.join(', ')}?`
  return new TapwardenError('TW_SUBJECT_UNKNOWN', `No device or account is called ${name}.`, help)
}

/** `TW_CLI_SINCE`: neither a time nor a length of time. */
export function badSince(text: string): TapwardenError {
  return new TapwardenError(
    'TW_CLI_SINCE',
    `--since ${text} is neither a time nor a length of time.`,
    'Write 24h, 7d, 30m, or a time such as 2026-11-14T03:00:00Z.',
  )
}

/** `TW_CLI_NEW`: only a store remembers what was told before. */
export function newWithoutStore(): TapwardenError {
  return new TapwardenError(
    'TW_CLI_NEW',
    '--new was given without --store.',
    'Name the store that keeps what was scanned before: --store tapwarden.db',
  )
}
