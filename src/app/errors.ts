/** The operator's mistakes that the program itself meets: one place for codes and ways out. */
import { TapwardenError } from '../kit/errors.ts'

export function unknownPath(path: string): TapwardenError {
  return new TapwardenError(
    'TW_INPUT_NOT_FOUND',
    `${path} does not exist.`,
    'Name a file, a folder, or - for standard input.',
  )
}

export function badTime(option: string, value: string): TapwardenError {
  return new TapwardenError(
    'TW_CLI_TIME',
    `${option} ${value} is not a time.`,
    'Write it as 2026-11-14 or 2026-11-14T03:00:00Z; without a zone it is UTC.',
  )
}

export function unreadableInventory(path: string, cause: unknown): TapwardenError {
  return new TapwardenError(
    'TW_INVENTORY_UNREADABLE',
    `The inventory ${path} cannot be read.`,
    'Name a folder with .yaml files, or one such file, that this account may read.',
    { cause },
  )
}

export function badManifest(path: string, problem: string): TapwardenError {
  return new TapwardenError(
    'TW_MANIFEST',
    `${path}: ${problem}`,
    'A manifest holds: tapwarden: 1, at: TIME, inventory: FOLDER, evidence: [FOLDER, …]; all but the first may be left out.',
  )
}

export function unknownFinding(id: string, near: readonly string[]): TapwardenError {
  const help =
    near.length > 0
      ? `Several begin like that: ${near.join(', ')}.`
      : 'Run tapwarden scan on the same paths and copy an id from there.'
  return new TapwardenError('TW_FINDING_UNKNOWN', `No single finding has the id ${id}.`, help)
}

export function unknownStore(location: string): TapwardenError {
  return new TapwardenError(
    'TW_STORE_UNKNOWN',
    `${location} names no store that tapwarden knows.`,
    'Give a file name: --store tapwarden.db',
  )
}
