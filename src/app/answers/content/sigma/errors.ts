/** What an operator can mend about their own Sigma rules. A rule that cannot be run is no error: it is listed, and the others run. */
import { TapwardenError } from '../../../../kit/errors.ts'

/** `TW_SIGMA_UNREADABLE`: a path of `--sigma` that is not there, or cannot be opened. */
export function unreadableSigma(path: string, cause: unknown): TapwardenError {
  const why = cause instanceof Error ? cause.message : 'unknown'
  return new TapwardenError(
    'TW_SIGMA_UNREADABLE',
    `The rules at ${path} cannot be read: ${why}.`,
    'Name a file or folder of Sigma rules.',
    { cause },
  )
}

/** `TW_SIGMA_NONE`: nothing below a path of `--sigma` looks like a rule. */
export function noSigma(path: string): TapwardenError {
  return new TapwardenError(
    'TW_SIGMA_NONE',
    `There is no Sigma rule at ${path}.`,
    'Sigma rules end in .yml or .yaml; name the folder that holds them, or one file.',
  )
}
