/** Tuning that no inventory would take. */
import { TapwardenError } from '../../../kit/errors.ts'

/** `TW_TUNE_KNOB`: a knob or value that the inventory would not take. */
export function badKnob(text: string, problem: string): TapwardenError {
  return new TapwardenError(
    'TW_TUNE_KNOB',
    `${text}: ${problem}.`,
    'Write KNOB=VALUE; tapwarden tune show lists the six knobs. Lists are separated by commas, and an empty value takes a knob away.',
  )
}
