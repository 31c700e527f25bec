/** Names of devices and accounts where there is little room. */

const MAX_CHARACTERS = 26

/** `azure:7f3a09c1-d2e4-4586-9000-000000000001` → `azure:7f3a09c1-…00000001`: the middle of a long name is left out. */
export function shortName(subject: string): string {
  const characters = [...subject]
  if (characters.length <= MAX_CHARACTERS) return subject
  return `${characters.slice(0, 15).join('')}…${characters.slice(-8).join('')}`
}
