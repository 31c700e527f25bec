/** What a terminal may be sent: evidence holds whatever somebody wrote, and control characters would be obeyed. */
import { shownJson } from '../kit/text/obeyed-characters.ts'

/**
 * Control characters but tab and line ends, marks that turn the direction of text around, and escapes that do anything but
 * colour.
 *
 * @source ECMA-48: C0, C1, SGR (`ESC [ n m`); Unicode Bidirectional Algorithm, explicit formatting characters
 */
const OBEYED =
  /\r(?!\n)|\u001b(?!\[\d{1,3}m)|[\u0000-\u0008\u000b\u000c\u000e-\u001a\u001c-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** The text with `\ufffd` in place of every character that a terminal would obey. Colours stay; so do tabs and line ends. */
export function printable(text: string): string {
  return text.replaceAll(OBEYED, '\ufffd')
}

/** JSON in which the same characters stand as escapes, so that nothing is lost: `"a\u009bb"`. */
export function jsonText(value: unknown): string {
  return shownJson(value, 2)
}
