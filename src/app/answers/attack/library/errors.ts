/** What the operator must mend before the library of ATT&CK can be filled or read. */
import { TapwardenError } from '../../../../kit/errors.ts'

const IMPORT = 'tapwarden attack import FILE'

/** `TW_ATTACK_RELEASE_MISSING`: bundles without a collection do not say which release they are. */
export function releaseMissing(): TapwardenError {
  return new TapwardenError(
    'TW_ATTACK_RELEASE_MISSING',
    'Nothing in these files says which release they are.',
    'Say it: --release 18.1',
  )
}

/** `TW_ATTACK_RELEASE_DIFFERS`: two words on which release it is. */
export function releaseDiffers(said: string, found: string): TapwardenError {
  return new TapwardenError(
    'TW_ATTACK_RELEASE_DIFFERS',
    `This should be release ${said}, and a collection in these files says ${found}.`,
    'Import each release by itself. Nothing was kept.',
  )
}

/** `TW_ATTACK_RELEASE_UNKNOWN`: a release that was not imported. */
export function releaseUnknown(release: string, known: readonly string[]): TapwardenError {
  return new TapwardenError(
    'TW_ATTACK_RELEASE_UNKNOWN',
    `Release ${release} was not imported.`,
    known.length === 0 ? `Import one: ${IMPORT} --release 18.1` : `There are: ${known.join(', ')}.`,
  )
}

/** `TW_ATTACK_NOTHING_IMPORTED`: what needs an imported release. */
export function nothingImported(library: string): TapwardenError {
  return new TapwardenError(
    'TW_ATTACK_NOTHING_IMPORTED',
    `No release of ATT&CK is kept in ${library}.`,
    `Import one: ${IMPORT} --release 18.1`,
  )
}

/** `TW_ATTACK_PATH`: what is to be imported is not there, cannot be read or holds no .json file. */
export function unreadable(path: string, cause?: unknown): TapwardenError {
  return new TapwardenError(
    'TW_ATTACK_PATH',
    `${path} is no file or folder with bundles that can be read.`,
    'Name a STIX bundle in JSON, or a folder of such files. Nothing was kept.',
    { cause },
  )
}

/** `TW_ATTACK_LIBRARY`: the library cannot be read or written, or an index in it is not one. */
export function badLibrary(path: string, cause: unknown): TapwardenError {
  return new TapwardenError(
    'TW_ATTACK_LIBRARY',
    `The library at ${path} cannot be used as it is.`,
    'Name another folder with --library, or move this one away and import again.',
    { cause },
  )
}

/** `TW_ATTACK_CHANGED`: bytes of the library are not those that were imported. */
export function bytesChanged(what: string, stored: string, found: string): TapwardenError {
  return new TapwardenError(
    'TW_ATTACK_CHANGED',
    `The bytes of ${what} have changed since they were imported: SHA-256 ${found}, imported with ${stored}.`,
    'Import the release again; do not rely on what the library says of it.',
  )
}

/** `TW_ATTACK_CLAIM`: a claimed hash that is none, or that names no object of the import. */
export function badClaim(text: string, problem: string): TapwardenError {
  return new TapwardenError(
    'TW_ATTACK_CLAIM',
    `--claimed-hash ${text.slice(0, 160)}: ${problem}.`,
    'Write HEX for the one file that is imported, or ID=HEX for an object in it: AN1132=0e0b6f11260a1b43. Nothing was kept.',
  )
}
