/** Looks into values of unknown shape without trusting any of it. */

/** The members of a mapping; none for anything else. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {}
}

/** The items of a list; none for anything else. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** Text, or a number or switch as text; undefined for anything else. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

/** Values as a list of text: a list's items, or the one value there is. */
export function textsOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? itemsOf(value) : [value]).flatMap((item) => textOf(item) ?? [])
}
