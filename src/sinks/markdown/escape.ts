/** Text as Markdown that shows it and does nothing else: no markup, no link, no table cell of its own. */
import { visibleText } from '../_pages/visible-text.ts'

/** Characters that mean something inside a paragraph or table cell. @source CommonMark 0.31.2, 2.4 Backslash escapes; GFM 0.29, 4.10 Tables */
const MEANINGFUL = /[\\`*_[\]<>#|~&@!$^]/g

/** What would begin a list, a rule, a heading or a quotation. @source CommonMark 0.31.2, 4 Leaf blocks and 5 Container blocks */
const BEGINS_BLOCK = /^(?:[-+=]|(?<number>\d{1,9})(?<delimiter>[.)])(?=\s|$))/

/** What GitHub makes a link of without being asked. @source GFM 0.29, 6.9 Autolinks (extension) */
const AUTOLINK = /\b(?:www(?=\.)|[a-z][a-z0-9+.-]{1,31}(?=:\/\/)|mailto(?=:)|xmpp(?=:))./gi

/** One line of text for a paragraph, list item or cell: line ends become spaces. `a|b` → `a\|b`. */
export function escapeLine(text: string): string {
  return visibleText(text)
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(MEANINGFUL, '\\$&')
    .replaceAll(AUTOLINK, breakLink)
    .replace(BEGINS_BLOCK, (found, number: string | undefined, delimiter: string | undefined) =>
      number === undefined ? `\\${found}` : `${number}\\${delimiter ?? ''}`,
    )
}

/** `www.` → `www\.`, `https:` → `https\:`: the last character is the one that makes the link. */
function breakLink(found: string): string {
  return `${found.slice(0, -1)}\\${found.slice(-1)}`
}

/** Text as a block of code: the fence is longer than any run of backticks in it. */
export function codeBlock(text: string): string {
  const shown = visibleText(text)
  const longest = (shown.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2)
  const fence = '`'.repeat(longest + 1)
  return `${fence}text\n${shown}\n${fence}`
}

/** A table; every cell is escaped. A table without rows is nothing. */
export function markdownTable({
  head,
  rows,
}: {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}): readonly string[] {
  if (rows.length === 0) return []
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeLine).join(' | ')} |`
  return [[line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n')]
}

/** A list with one item for each text. */
export function markdownList(items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [items.map((item) => `- ${escapeLine(item)}`).join('\n')]
}
