/** Why a rule passed over a record that shows mirroring: in one clause. */

import type { LintExample, RuleUnderTest } from './rule-under-test.ts'
import { valuesAt } from './values-at.ts'

/** `it does not ask for ModifyTrafficMirrorSession`. */
export function whyMissed({ record }: LintExample, rule: RuleUnderTest): string {
  if (!rule.reads(record.source)) return 'its log is not read'
  const dead = rule.faults.find(({ code }) => code === 'dead-column')
  if (dead !== undefined) return 'what the rule rests on holds nothing'
  const operation = operationOf({ record })
  if (operation === undefined) return 'none of its words are looked for'
  const spelt = rule.literals.find(({ text }) => text.toLowerCase() === operation.toLowerCase())
  if (spelt !== undefined && spelt.text !== operation)
    return `it is written ${operation} here, and the rule knows ${spelt.text}`
  if (spelt !== undefined) return `it asks for ${operation}, and something else of its condition does not hold`
  const cut = rule.literals.find(({ text }) => isEndOf(text, operation))
  if (cut !== undefined) return `it asks for ${cut.text}, and the record says ${operation}`
  return `it does not ask for ${operation}`
}

/** The name of the operation that a record tells, where its log has such a field. */
export function operationOf({ record }: Pick<LintExample, 'record'>): string | undefined {
  const field = record.source.operations?.field
  return field === undefined ? undefined : valuesAt(record.value, field)[0]
}

/** `compute.packetMirrorings.insert` of `v1.compute.packetMirrorings.insert`. */
export function isEndOf(end: string, name: string): boolean {
  return end.length > 6 && end.length < name.length && name.toLowerCase().endsWith(end.toLowerCase())
}
