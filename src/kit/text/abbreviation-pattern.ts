/** Keywords cut short, as regular expressions: for rules that are run elsewhere. */

/**
 * A regular expression of a keyword in full or cut to `shortest` letters or more, for every dialect of regular expressions.
 *
 * `abbreviationPattern('monitor', 4)` → `moni(?:t(?:o(?:r)?)?)?`; a `shortest` beyond the keyword's end is the keyword.
 */
export function abbreviationPattern(keyword: string, shortest: number): string {
  const optional = keyword.slice(shortest)
  const tail = [...optional].reduceRight((rest, letter) => `(?:${literalPattern(letter)}${rest})?`, '')
  return `${literalPattern(keyword.slice(0, shortest))}${tail}`
}

/** A regular expression that means exactly a text. `tacacs+` → `tacacs\+` */
export function literalPattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
}
