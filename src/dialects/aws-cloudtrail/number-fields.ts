/** Members that are numbers, or ids made of digits. */
import { type JsonObject, memberOf, textOf, textOfFirst } from '../_audit-records/fields.ts'
import { numberOf } from '../_audit-records/numbers.ts'

/** The first of several objects that has the member as a number, as digits; else as text: `"100.0"` → `100`. */
export function digitsOfFirst(objects: readonly JsonObject[], name: string): string | undefined {
  const text = textOfFirst(objects, name)
  return numberOf(text)?.text ?? text
}

/** A twelve-digit account id: a number that went through a float or an integer has lost its leading zeros. */
export function accountOf(object: JsonObject, name: string): string | undefined {
  const value = memberOf(object, name)
  const number = numberOf(value)
  if (number === undefined) return textOf(object, name)
  return typeof value === 'string' && value === number.text ? value : number.text.padStart(12, '0')
}
