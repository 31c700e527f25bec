/** Values in a record, by dotted path. */

/** Texts at a path, through lists: `valuesAt({ a: [{ b: 1 }] }, 'a.b')` is `['1']`. A member's own name may hold dots. */
export function valuesAt(value: unknown, path: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, path))
  if (path === '') return typeof value === 'object' || value === undefined || value === null ? [] : [String(value)]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => {
    if (name === path) return valuesAt(member, '')
    return path.startsWith(`${name}.`) ? valuesAt(member, path.slice(name.length + 1)) : []
  })
}
