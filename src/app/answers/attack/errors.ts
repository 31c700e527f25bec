/** Questions about ATT&CK that have no answer as they were put. */
import { TapwardenError } from '../../../kit/errors.ts'

/** `TW_ATTACK_UNKNOWN`: no object of a release has this id. */
export function objectUnknown(id: string, release: string): TapwardenError {
  return new TapwardenError(
    'TW_ATTACK_UNKNOWN',
    `Release ${release} has no object ${id}.`,
    'tapwarden attack list shows the releases that were imported; --release asks another one.',
  )
}

/** `TW_ATTACK_GENERATION`: ids of no generation that is known. */
export function badGeneration(text: string): TapwardenError {
  return new TapwardenError(
    'TW_ATTACK_GENERATION',
    `--attack-version ${text.slice(0, 40)} is not known.`,
    'Write 18 or 19.',
  )
}

/** `TW_ATTACK_OUT`: a file that cannot be written. */
export function cannotWrite(path: string, cause: unknown): TapwardenError {
  return new TapwardenError('TW_ATTACK_OUT', `${path} cannot be written.`, 'Name a file in a folder that is there.', {
    cause,
  })
}
