/** Regular expressions that mean the same in RE2, PCRE and JavaScript, and take linear time in each. */

/** Look-around, named and atomic groups, back-references and possessive repetition: some engine lacks each of them. */
const FOREIGN = [/\(\?(?!:)/, /\\[1-9k]/, /[*+?}]\+/, /\\[^bsdwSDW^$\\.*+?()[\]{}|/"'<>=:%,;#!&@~ -]/]

/** What keeps an expression from being portable, in words; undefined for one that is. */
export function flawOf(source: string): string | undefined {
  const bare = source.replaceAll(/\\\\/g, '')
  const foreign = FOREIGN.map((flaw) => flaw.exec(bare)?.[0]).find((found) => found !== undefined)
  if (foreign !== undefined) return `uses ${foreign}`
  return repeatsRepetition(bare) ? 'repeats without bound what is repeated without bound' : undefined
}

function repeatsRepetition(source: string): boolean {
  const open: boolean[] = [false]
  for (const { 0: token } of source.matchAll(/\\.|\[(?:\\.|[^\]])*\]|\((?:\?:)?|\)(?:[*+]|\{\d+,\})?|[*+]|\{\d+,\}/g)) {
    if (token.startsWith('(')) open.push(false)
    else if (token.startsWith(')')) {
      const inner = open.pop() ?? false
      if (inner && token.length > 1) return true
      open.push((open.pop() ?? false) || inner || token.length > 1)
    } else if (/^[*+{]/.test(token)) {
      open.pop()
      open.push(true)
    }
  }
  return false
}
