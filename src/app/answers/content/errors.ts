/** What an operator can mend about detection content. */
import { TapwardenError } from '../../../kit/errors.ts'

/** `rules build elastik`. */
export function unknownTarget(target: string, known: readonly string[]): TapwardenError {
  return new TapwardenError(
    'TW_CONTENT_TARGET',
    `Content is not written for ${target}.`,
    `There are: ${known.join(', ')}.`,
  )
}

/** A file stands where content is to be written, and no build of ours left it like that. */
export function fileInTheWay(path: string): TapwardenError {
  return new TapwardenError(
    'TW_CONTENT_IN_THE_WAY',
    `${path} is there and was not written, or was changed since it was written, by rules build.`,
    'Name another folder with --out, or move the file away. Nothing was written.',
  )
}

/** A rule file that is not there, or cannot be opened. */
export function unreadableRule(path: string, cause: unknown): TapwardenError {
  const why = cause instanceof Error ? cause.message : 'unknown'
  return new TapwardenError(
    'TW_RULES_UNREADABLE',
    `${path} cannot be read: ${why}.`,
    'Name files or folders of rules.',
    {
      cause,
    },
  )
}

/** Nothing to lint. */
export function noRules(paths: readonly string[]): TapwardenError {
  return new TapwardenError(
    'TW_RULES_NONE',
    `There is no rule in ${paths.join(', ')}.`,
    'Sigma rules end in .yml or .yaml, queries in .kql, .kusto, .csl or .txt.',
  )
}
