/** A detail is one clause: it names so many things and counts the rest. */
const MAX_NAMED = 5

/** `fl-1, fl-2`; of more than five the first, and how many more there are. */
export function nameSome(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMED).join(', ')
  return names.length > MAX_NAMED ? `${shown} and ${names.length - MAX_NAMED} more` : shown
}
