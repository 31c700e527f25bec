/** Small pieces of Markdown. */

/** A table; cells keep their Markdown, line breaks become blanks and bars are escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n')
}

function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim()
}

/** Text in a fixed-width font, also where it holds backticks. */
export function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``
}

/** A fenced block. */
export function fence(text: string, language = ''): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``
}

/** Shortens a text to so many characters, the last of them `…`. */
export function shorten(text: string, characters: number): string {
  return text.length <= characters ? text : `${text.slice(0, characters - 1)}…`
}

/** What a page says of how it came to be, and its parts with an empty line between them. */
export function page(title: string, parts: readonly string[]): string {
  const note = '<!-- Written by tools/gen-reference.ts from the code. Do not edit. -->'
  return `${[`# ${title}`, note, ...parts.filter((part) => part !== '')].join('\n\n')}\n`
}
