/** Keywords cut short, as command lines accept them. */

/**
 * The one keyword that a typed word stands for: exact, or cut short so far that no other keyword starts the same way.
 *
 * `matchKeyword('so', ['source', 'destination'])` → `'source'`; `'d'` of `description`, `destination` → undefined. Case does not matter.
 */
export function matchKeyword<K extends string>(typed: string | undefined, keywords: readonly K[]): K | undefined {
  if (typed === undefined || typed === '') return undefined
  const word = typed.toLowerCase()
  const fits = keywords.filter((keyword) => keyword.startsWith(word))
  return fits.length === 1 ? fits[0] : fits.find((keyword) => keyword === word)
}

/** Whether a typed word is a keyword, in full or cut to `shortest` letters or more. `abbreviates('mon', 'monitor', 3)` → true. */
export function abbreviates(typed: string | undefined, keyword: string, shortest: number): boolean {
  return typed !== undefined && typed.length >= shortest && keyword.startsWith(typed.toLowerCase())
}
