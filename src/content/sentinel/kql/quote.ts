/** Values as literals of Kusto. */

/** `a"b` → `"a\"b"`. */
export function quote(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')
  return `"${escaped.replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')}"`
}

/** A regular expression that is matched without case: `@"(?i)say ""x"""`. */
export function quotePattern(pattern: string): string {
  return `@"(?i)${pattern.replaceAll('"', '""')}"`
}

/** A text as a part of a regular expression that matches it alone. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}

/** `"a", "b"`. */
export function quoteAll(texts: readonly string[]): string {
  return texts.map(quote).join(', ')
}
