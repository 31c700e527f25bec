/** What the operator must mend before a report can be read or written. */
import { TapwardenError } from '../../../kit/errors.ts'

/** `TW_REPORT_UNREADABLE`: a result that cannot be opened, or is larger than any scan prints. */
export function unreadableReport(path: string, why: string, cause?: unknown): TapwardenError {
  return new TapwardenError(
    'TW_REPORT_UNREADABLE',
    `${path} ${why}.`,
    'Name a file that tapwarden scan --json wrote, or - for standard input.',
    { cause },
  )
}

/** `TW_REPORT_JSON`: a text that is no JSON. */
export function brokenReport(path: string, why: string): TapwardenError {
  return new TapwardenError(
    'TW_REPORT_JSON',
    `${path} is no JSON: ${why}.`,
    'Give the whole of what tapwarden scan --json printed, without what it said beside it.',
  )
}

/** `TW_REPORT_MEMBER`: JSON in which a member is missing or is not what a result of this version has there. */
export function otherReport(path: string, member: string, why: string): TapwardenError {
  return new TapwardenError(
    'TW_REPORT_MEMBER',
    `${path} is no result of this version of tapwarden: ${member}: ${why}.`,
    'Scan again with this version: tapwarden scan --json --out FILE',
  )
}

/** `TW_REPORT_EXISTS`: a file that is there is overwritten only when that is said. */
export function reportExists(path: string): TapwardenError {
  return new TapwardenError('TW_REPORT_EXISTS', `${path} is there already.`, 'Name another file, or add --force.')
}

/** `TW_REPORT_UNWRITABLE`: a file that cannot be written there. */
export function unwritableReport(path: string, cause: unknown): TapwardenError {
  const why = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : ''
  return new TapwardenError(
    'TW_REPORT_UNWRITABLE',
    `${path} cannot be written${why}.`,
    'Name a file in a folder that is there and that this account may write, or leave --out away to print.',
    { cause },
  )
}

/** `TW_REPORT_FORMAT`: a file was asked for, and not in which form. */
export function outWithoutFormat(path: string): TapwardenError {
  return new TapwardenError(
    'TW_REPORT_FORMAT',
    `--out ${path} was given without --format.`,
    'Say what to write: --format json, csv, html …',
  )
}
