/** Characters that a reader of text obeys instead of showing them: evidence holds whatever somebody wrote. */

/**
 * Control characters but tab and line feed, and marks that break lines or turn the direction of text around.
 *
 * @source ECMA-48: C0 and C1; Unicode Bidirectional Algorithm (UAX #9) 2, explicit formatting characters; Unicode 16 chapter 23: U+2028, U+2029
 */
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/** The text with `\ufffd` in place of every such character: what a document may show. `a\u001b[31mb` → `a\ufffd[31mb`. */
export function shown(text: string): string {
  return text.toWellFormed().replaceAll(OBEYED, '\ufffd')
}

/** JSON in which they stand as escapes, so that nothing is lost: `"a\u009bb"`. On one line unless an indent is given. */
export function shownJson(value: unknown, indentSpaces = 0): string {
  return JSON.stringify(value, null, indentSpaces).replaceAll(
    OBEYED,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
