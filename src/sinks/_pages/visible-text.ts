/** What a page may show of evidence: it holds whatever somebody wrote, and some characters would be obeyed instead of shown. */

/**
 * Control characters but tab and line feed, and marks that turn the direction of text around or hide in it.
 *
 * @source ECMA-48: C0 and C1; Unicode Bidirectional Algorithm (UAX 9), explicit formatting characters; Unicode: noncharacters, tags
 */
const OBEYED =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff\u{e0000}-\u{e007f}]/gu

/** The text with `\ufffd` in place of every character that would not be seen as itself; lone surrogates too. Line ends become line feeds. */
export function visibleText(text: string): string {
  return text.toWellFormed().replaceAll('\r\n', '\n').replaceAll(OBEYED, '\ufffd')
}
