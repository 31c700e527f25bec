/** The operator's mistakes that the program itself meets: one place for codes and ways out. */
import { TapwardenError } from '../kit/errors.ts'

/** `TW_INPUT_NOT_FOUND`: a path of the command line that is not there. */
export function unknownPath(path: string): TapwardenError {
  return new TapwardenError(
    'TW_INPUT_NOT_FOUND',
    `${path} does not exist.`,
    'Name a file, a folder, or - for standard input.',
  )
}

/** `TW_CLI_TIME`: a value that is no ISO 8601 time. */
export function badTime(option: string, value: string): TapwardenError {
  return new TapwardenError(
    'TW_CLI_TIME',
    `${option} ${value} is not a time.`,
    'Write it as 2026-11-14 or 2026-11-14T03:00:00Z; without a zone it is UTC.',
  )
}

/** `TW_INVENTORY_UNREADABLE`: the inventory folder or file cannot be opened. */
export function unreadableInventory(path: string, cause: unknown): TapwardenError {
  return new TapwardenError(
    'TW_INVENTORY_UNREADABLE',
    `The inventory ${path} cannot be read.`,
    'Name a folder with .yaml files, or one such file, that this account may read.',
    { cause },
  )
}

/** `TW_MANIFEST`: a manifest that says what no manifest says. */
export function badManifest(path: string, problem: string): TapwardenError {
  return new TapwardenError(
    'TW_MANIFEST',
    `${path}: ${problem}`,
    'A manifest holds: tapwarden: 1, at: TIME, inventory: FOLDER, evidence: [FOLDER, …]; all but the first may be left out.',
  )
}

/** `TW_FINDING_UNKNOWN`: no finding, or several, begin with the given id. */
export function unknownFinding(id: string, near: readonly string[]): TapwardenError {
  const help =
    near.length > 0
      ? `Several begin like that: ${near.join(', ')}.`
      : 'Run tapwarden scan on the same paths and copy an id from there.'
  return new TapwardenError('TW_FINDING_UNKNOWN', `No single finding has the id ${id}.`, help)
}

/** `TW_STORE_UNKNOWN`: a location that no store adapter opens. */
export function unknownStore(location: string): TapwardenError {
  return new TapwardenError(
    'TW_STORE_UNKNOWN',
    `${location} names no store that tapwarden knows.`,
    'Give a file name: --store tapwarden.db',
  )
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
