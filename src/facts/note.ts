/** What a reader could not or did not use, and how every line or record ended: silence is never mistaken for safety. */
import { z } from 'zod'
import { Place } from './schema-parts.ts'

/** Something odd in the evidence. Codes are stable: `cisco-ios/truncated`. The excerpt is redacted. */
export const Note = z
  .object({
    code: z.string(),
    severity: z.enum(['info', 'warning', 'error']),
    message: z.string(),
    place: Place,
    excerpt: z.string().optional(),
  })
  .readonly()
export type Note = z.infer<typeof Note>

/** How one line or record ended. */
export const Outcome = z.enum(['modelled', 'irrelevant', 'unsupported', 'unrecognised', 'not-selected'])
export type Outcome = z.infer<typeof Outcome>

/** One figure for each outcome; they add up to the lines or records of the input. */
export type OutcomeCounts = Readonly<Record<Outcome, number>>

export const NO_COUNTS: OutcomeCounts = {
  modelled: 0,
  irrelevant: 0,
  unsupported: 0,
  unrecognised: 0,
  'not-selected': 0,
}

/** Adds two counts figure by figure. */
export function addCounts(a: OutcomeCounts, b: Partial<OutcomeCounts>): OutcomeCounts {
  const sum = { ...a }
  for (const outcome of Outcome.options) sum[outcome] += b[outcome] ?? 0
  return sum
}
