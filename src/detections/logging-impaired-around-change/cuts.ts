/** The signals that say a witness was silenced. */
import type { SignalFact, SignalKind } from '../../facts/fact.ts'

/** Each as a sentence begins. */
export const CUTS: ReadonlyMap<SignalKind, string> = new Map([
  ['logging-cut', 'Logging was cut'],
  ['command-logging-cut', 'Command logging was cut'],
  ['accounting-cut', 'AAA accounting was cut'],
  ['audit-trail-cut', 'The audit trail was cut'],
  ['flow-logs-cut', 'Flow logs were cut'],
])

/** Whether a signal is a cut that took effect. */
export function isCut({ signal, outcome }: SignalFact): boolean {
  return CUTS.has(signal) && outcome === 'accepted'
}
