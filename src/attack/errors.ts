/** What the operator must mend before objects of ATT&CK can be kept or shown. */
import { TapwardenError } from '../kit/errors.ts'

/** `TW_ATTACK_BUNDLE`: bytes that are no STIX bundle; `offset` counts from the file's first byte. */
export function badBundle(name: string, offset: number, problem: string): TapwardenError {
  return new TapwardenError(
    'TW_ATTACK_BUNDLE',
    `${name}, byte ${offset}: ${problem}.`,
    'Give a STIX 2.0 or 2.1 bundle in JSON as MITRE publishes it. Nothing was kept.',
  )
}

/** `TW_ATTACK_TOO_LARGE`: more than one import may hold. */
export function tooLarge(what: string, limit: string): TapwardenError {
  return new TapwardenError(
    'TW_ATTACK_TOO_LARGE',
    `${what} is more than an import may hold, which is ${limit}.`,
    'Import one domain of ATT&CK at a time. Nothing was kept.',
  )
}

/** `TW_ATTACK_ID`: text that is no id of ATT&CK and no STIX id. */
export function badId(text: string): TapwardenError {
  return new TapwardenError(
    'TW_ATTACK_ID',
    `${text.slice(0, 80)} is no id of ATT&CK.`,
    'Write it as T1020.001, TA0010, M1041, DET0403, AN1132, DC0078, G1045, S1206, C0046, or as a STIX id (x-mitre-analytic--…).',
  )
}

/** `TW_ATTACK_RELEASE`: text that names no release. */
export function badRelease(text: string): TapwardenError {
  return new TapwardenError('TW_ATTACK_RELEASE', `${text.slice(0, 80)} is no release of ATT&CK.`, 'Write it as 18.1.')
}
