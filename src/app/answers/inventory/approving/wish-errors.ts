/** Wishes that no approval can hold. */
import { TapwardenError } from '../../../../kit/errors.ts'

/** `TW_APPROVE_LAWFUL`: lawful intercept does not stand in a file that everybody reads. */
export function lawfulApproval(): TapwardenError {
  return new TapwardenError(
    'TW_APPROVE_LAWFUL',
    'Purpose lawful must not stand in the ordinary inventory.',
    'Lawful intercept belongs in the sealed compartment, which a later version adds; until then keep it in a file of mode 0600 that tapwarden is not given.',
  )
}

/** `TW_APPROVE_PURPOSE`: a purpose that no approval has. */
export function unknownPurpose(purpose: string, known: readonly string[]): TapwardenError {
  return new TapwardenError('TW_APPROVE_PURPOSE', `${purpose} is no purpose.`, `There are: ${known.join(', ')}.`)
}

/** `TW_APPROVE_UNTIL`: an end that is past, or none for what is temporary. */
export function badEnd(problem: string): TapwardenError {
  return new TapwardenError(
    'TW_APPROVE_UNTIL',
    problem,
    'Give an end to come: --until 2026-12-31, the first day on which it no longer holds.',
  )
}

/** `TW_APPROVE_TICKET`: a ticket that no ticket system of the inventory could have issued. */
export function unknownTicket(ticket: string, numbers: readonly string[]): TapwardenError {
  return new TapwardenError(
    'TW_APPROVE_TICKET',
    `${ticket} is no number of a ticket system of the inventory.`,
    `Their numbers look like ${numbers.join(', ')}. Name such a ticket, or add its system to ticketSystems.`,
  )
}

/** `TW_APPROVE_PATTERN`: a pattern that is none. */
export function badPattern(text: string, keys: readonly string[]): TapwardenError {
  return new TapwardenError(
    'TW_APPROVE_PATTERN',
    `${text} is no pattern.`,
    `Write KEY=VALUE with one of ${keys.join(', ')}; VALUE * leaves it open.`,
  )
}
