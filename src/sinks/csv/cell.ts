/** One value as a field of a table that spreadsheets may open. */
import { shown } from '../../kit/text/obeyed-characters.ts'

/**
 * Begins of a field that a spreadsheet takes for a formula, also behind blanks, in their full width, and in the next line of a field.
 *
 * @source OWASP, CSV Injection
 */
const FORMULA = /^[\s\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/

/** What must be quoted. @source RFC 4180 2.6 */
const SPECIAL = /[",\r\n]/

/**
 * The field, quoted where RFC 4180 asks for it. A text that a spreadsheet would run begins with an apostrophe, which shows it as text;
 * control characters are shown as `\ufffd`. `=1+1` → `'=1+1`, `a "b"` → `"a ""b"""`.
 */
export function toCell(text: string): string {
  const plain = FORMULA.test(text) ? `'${shown(text)}` : shown(text)
  return SPECIAL.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
