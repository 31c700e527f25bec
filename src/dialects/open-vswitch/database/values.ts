/** Values of columns, as `ovs-vsctl` and `ovsdb-client` print them and as OVSDB writes them in JSON. */

/** The elements of a set (one for a scalar, none where it is empty), or the entries of a map. All as text. */
export type Value = readonly string[] | ReadonlyMap<string, string>

/** Whether a value is a map. */
export function isEntries(value: Value | undefined): value is ReadonlyMap<string, string> {
  return value instanceof Map
}

const TOKEN = /"((?:[^"\\]|\\.)*)"|[^\s,="{}[\]]+|[,=]/g
/** More elements than any column of a switch holds. */
const MAX_TOKENS = 65_536

/** One word of a printed value; `isMark` for `,` and `=`. */
interface Token {
  readonly text: string
  readonly isMark: boolean
}

/**
 * A value as printed or typed: `span0`, `"10.0.0.1:2055"`, `[p1, p2]`, `@a,@b`, `{key="1", remote_ip="192.0.2.9"}`. Never throws.
 *
 * @source ovs-vsctl(8), Database Values
 */
export function parseValue(text: string): Value {
  const tokens = tokenise(text)
  const isMap = text.trimStart().startsWith('{') || tokens.some(({ text: mark, isMark }) => isMark && mark === '=')
  return isMap ? toMap(tokens) : tokens.flatMap((token) => (token.isMark ? [] : [token.text]))
}

function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = []
  for (const [whole, quoted] of text.matchAll(TOKEN)) {
    if (tokens.length === MAX_TOKENS) break
    tokens.push({ text: quoted === undefined ? whole : unquote(whole), isMark: whole === ',' || whole === '=' })
  }
  return tokens
}

function unquote(quoted: string): string {
  try {
    return String(JSON.parse(quoted))
  } catch {
    return quoted.slice(1, -1)
  }
}

function toMap(tokens: readonly Token[]): ReadonlyMap<string, string> {
  const entries = new Map<string, string>()
  for (let at = 0; at + 2 < tokens.length; at += 1) {
    const [key, mark, value] = tokens.slice(at, at + 3)
    if (key === undefined || key.isMark || mark?.text !== '=' || !mark.isMark || value === undefined) continue
    entries.set(key.text, value.isMark ? '' : value.text)
    at += 2
  }
  return entries
}

/**
 * A value of OVSDB's JSON: `"span0"`, `["uuid", "…"]`, `["set", […]]`, `["map", [["key", "1"]]]`; also a plain list or object, as
 * programs write them that take the rows apart. Never throws.
 *
 * @source RFC 7047, section 5.1
 */
export function readJsonValue(value: unknown): Value {
  if (!Array.isArray(value)) return isObject(value) ? readObject(value) : readAtom(value)
  const [kind, content] = value
  if (kind === 'map' && Array.isArray(content)) return readPairs(content)
  if (kind === 'set' && Array.isArray(content)) return content.slice(0, MAX_TOKENS).flatMap(readAtom)
  return isReference(value) ? readAtom(value) : value.slice(0, MAX_TOKENS).flatMap(readAtom)
}

function readObject(value: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  return readPairs(Object.entries(value))
}

function readPairs(pairs: readonly unknown[]): ReadonlyMap<string, string> {
  const entries = new Map<string, string>()
  for (const pair of pairs.slice(0, MAX_TOKENS)) {
    if (!Array.isArray(pair)) continue
    const [[key], [text]] = [readAtom(pair[0]), readAtom(pair[1])]
    if (key !== undefined && text !== undefined) entries.set(key, text)
  }
  return entries
}

function readAtom(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)]
  return isReference(value) ? [value[1]] : []
}

function isReference(value: unknown): value is readonly [string, string] {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    (value[0] === 'uuid' || value[0] === 'named-uuid') &&
    typeof value[1] === 'string'
  )
}

/** Whether this is an object with members, neither a list nor nothing. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
