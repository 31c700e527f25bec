/** Reading members of records that may be anything. */

/** The value at a path of members, lists not taken apart; undefined where a step leads nowhere. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((found, name) => {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined
    return Reflect.get(found, name)
  }, value)
}

/** The text at a path; numbers and flags as text, anything else undefined. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = at(value, ...path)
  if (typeof found === 'string') return found
  return typeof found === 'number' || typeof found === 'boolean' ? String(found) : undefined
}

/** JSON text as connectors store it; undefined for nothing and for null. */
export function jsonText(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : JSON.stringify(value)
}
