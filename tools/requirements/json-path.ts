/** Paths into the machine output: which values does `findings.*.reasons[detection=silent-change].statement` reach? */

const SEGMENT = /\[(?<key>\w+)=(?<value>[^\]]*)\]|(?<name>[^.[\]]+)/g

/**
 * All values that a path reaches, none when it leads nowhere. Segments: a name, an index, `length`, `*` for every
 * element or member, `[key=value]` for the elements whose member has this value (`findings[subject=edge-1].verdict`).
 */
export function valuesAt(document: unknown, path: string): readonly unknown[] {
  let values: readonly unknown[] = [document]
  for (const { groups } of path.matchAll(SEGMENT)) {
    const { name, key = '', value } = groups ?? {}
    values = values.flatMap((each) => (name === undefined ? elementsWith(each, key, value) : step(each, name)))
  }
  return values
}

function step(value: unknown, name: string): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return []
  if (name === '*') return Object.values(value)
  if (name === 'length' && Array.isArray(value)) return [value.length]
  return Object.hasOwn(value, name) ? [Reflect.get(value, name)] : []
}

function elementsWith(value: unknown, key: string, wanted: string | undefined): readonly unknown[] {
  if (!Array.isArray(value)) return []
  return value.filter((element) => step(element, key).some((found) => String(found) === wanted))
}
