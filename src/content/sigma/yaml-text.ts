/** A document as YAML in the form that Sigma asks for. */
import { Document, isMap, isScalar, Scalar, visit } from 'yaml'

/** Members whose texts are values to search for. */
const SEARCHES = ['detection', 'filter'] as const

/**
 * `{ title: 'x', detection: { selection: { a: 'b' }, condition: 'selection' } }` → text with a line feed at its end.
 *
 * @source Sigma rules specification 2.1.0, "Yaml File": 4 blanks, LF, single quotes
 */
export function toYaml(content: Readonly<Record<string, unknown>>): string {
  const document = new Document(content)
  for (const member of SEARCHES) {
    const part = document.get(member, true)
    if (isMap(part)) visit(part, { Scalar: (key, node) => quote(key, node) })
  }
  return document.toString({ indent: 4, lineWidth: 0, singleQuote: true })
}

function quote(key: unknown, node: Scalar): void {
  if (key !== 'key' && isScalar(node) && typeof node.value === 'string') node.type = Scalar.QUOTE_SINGLE
}
