/** Structured data of RFC 5424 as Junos writes it: `[junos@2636.1.1.1.2.18 username="netops-1" pathname="[a b\]"] text`. */

/** Members by name, and the text behind the element. */
export interface StructuredData {
  readonly members: ReadonlyMap<string, string>
  readonly text: string
}

const MEMBER = /\s*([\w.-]{1,64})="/y
const MAX_MEMBERS = 64

/**
 * Reads from behind `[junos@2636.`. Values may hold brackets and quotes behind a backslash (RFC 5424, section 6.3.3); Junos is
 * seen to leave the backslash out before `]`, so only a quote ends a value. Never throws.
 */
export function readStructuredData(text: string): StructuredData {
  const members = new Map<string, string>()
  let at = text.search(/[\s\]]/)
  if (at === -1) return { members, text: '' }
  while (members.size < MAX_MEMBERS) {
    MEMBER.lastIndex = at
    const name = MEMBER.exec(text)?.[1]
    if (name === undefined) break
    const { value, end } = readValue(text, MEMBER.lastIndex)
    members.set(name, value)
    at = end
  }
  const close = text.indexOf(']', at)
  return { members, text: close === -1 ? '' : text.slice(close + 1).trim() }
}

function readValue(text: string, from: number): { readonly value: string; readonly end: number } {
  let value = ''
  let at = from
  for (; at < text.length && text[at] !== '"'; at++) {
    const next = text[at + 1]
    if (text[at] === '\\' && next !== undefined && '"\\]'.includes(next)) at++
    value += text[at]
  }
  return { value, end: at + 1 }
}
