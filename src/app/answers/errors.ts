/** Questions that have no answer as they were put. */
import { TapwardenError } from '../../kit/errors.ts'

/** `TW_FINDING_UNKNOWN`: no finding, or several, begin with the given id. */
export function unknownFinding(id: string, near: readonly string[]): TapwardenError {
  const help =
    near.length > 0
      ? `Several begin like that: ${near.join(', ')}.`
      : 'Run tapwarden scan on the same paths and copy an id from there.'
  return new TapwardenError('TW_FINDING_UNKNOWN', `No single finding has the id ${id}.`, help)
}

/** `TW_RULE_UNKNOWN`: no detection has this id. */
export function unknownRule(id: string, known: readonly string[]): TapwardenError {
  return new TapwardenError('TW_RULE_UNKNOWN', `No detection is called ${id}.`, `There are: ${known.join(', ')}.`)
}

/** `TW_TRACE_PLACE`: not of the form FILE:LINE. */
export function badPlace(text: string): TapwardenError {
  return new TapwardenError(
    'TW_TRACE_PLACE',
    `${text} is not FILE:LINE.`,
    'Write the file as it is shown in findings, a colon and a line number: logs/edge.log:120',
  )
}

/** `TW_BASELINE_EXISTS`: a file that is there is never overwritten. */
export function baselineExists(path: string): TapwardenError {
  return new TapwardenError(
    'TW_BASELINE_EXISTS',
    `${path} is there already.`,
    'Name another folder with --out, or move the file away.',
  )
}
