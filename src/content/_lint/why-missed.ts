/** What a record is called, and why a rule passed over it. */
import type { LintExample, RuleUnderTest } from './rule-under-test.ts'
import { valuesAt } from './values-at.ts'

/** Why a rule passed over a record that shows mirroring: in one clause. `it does not ask for ModifyTrafficMirrorSession` */
export function whyMissed({ record }: LintExample, rule: RuleUnderTest): string {
  if (!rule.reads(record.source)) return 'its log is not read'
  if (rule.faults.some(({ code }) => code === 'dead-column')) return 'what the rule rests on holds nothing'
  const operation = operationOf({ record })
  if (operation === undefined) return 'none of its words are looked for'
  const { name, path } = operation
  const spelt = rule.literals.find(({ text }) => isSame(text, name) || isPatternOf(text, name))
  if (spelt === undefined) {
    const cut = rule.literals.find(({ text }) => isEndOf(text, name))
    return cut === undefined ? `it does not ask for ${name}` : `it asks for ${cut.text}, and the record says ${name}`
  }
  if (rule.language === 'Sigma' && path !== record.source.operations?.field)
    return `it asks for ${name}, and the record has that in ${path}`
  return `it asks for ${spelt.text}, and something else of its condition does not hold`
}

/** The operation that a record tells, and where, in logs that have such a field; one of two forms has it as an object. */
export function operationOf({
  record,
}: Pick<LintExample, 'record'>): { readonly name: string; readonly path: string } | undefined {
  const field = record.source.operations?.field
  if (field === undefined) return undefined
  for (const path of [field, `${field}.value`]) {
    const [name] = valuesAt(record.value, path)
    if (name !== undefined) return { name, path }
  }
  return undefined
}

/** Whether a name fits a text in which a star stands for anything. */
function isPatternOf(text: string, name: string): boolean {
  if (!text.includes('*')) return false
  let at = 0
  for (const part of text.toLowerCase().split('*')) {
    const found = name.toLowerCase().indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  return true
}

/** Whether two names differ by case at most. */
export function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

/** `compute.packetMirrorings.insert` of `v1.compute.packetMirrorings.insert`. */
export function isEndOf(end: string, name: string): boolean {
  return end.length > 6 && end.length < name.length && name.toLowerCase().endsWith(end.toLowerCase())
}
