/** What the operator must mend before evidence can be read. */
import { TapwardenError } from '../../kit/errors.ts'

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

/** `TW_STORE_UNKNOWN`: a location that no store adapter opens. */
export function unknownStore(location: string): TapwardenError {
  return new TapwardenError(
    'TW_STORE_UNKNOWN',
    `${location} names no store that tapwarden knows.`,
    'Give a file name: --store tapwarden.db',
  )
}

/** `TW_CLI_AS_KNOWN`: only a store remembers when things became known. */
export function asKnownWithoutStore(): TapwardenError {
  return new TapwardenError(
    'TW_CLI_AS_KNOWN',
    '--as-known was given without --store.',
    'Name the store that kept the facts: --store tapwarden.db --as-known 2026-11-14',
  )
}

/** `TW_CLI_NO_EVIDENCE`: neither paths nor a store. */
export function noEvidence(): TapwardenError {
  return new TapwardenError(
    'TW_CLI_NO_EVIDENCE',
    'No path and no store was given.',
    'Name files or folders, - for standard input, or a store with --store.',
  )
}
