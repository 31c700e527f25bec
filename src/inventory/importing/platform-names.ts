/** What other tools call a platform → what tapwarden calls it. */

/** One platform that is read, and every name it goes by. `{ id: 'cisco-ios', names: ['cisco-ios', 'ios', 'cisco_xe'] }`. */
export interface KnownPlatform {
  readonly id: string
  readonly names: readonly string[]
}

/**
 * The platform that a word means: letters and digits alone count, of a dotted name (`cisco.ios.ios`) also its last part, of a
 * connection type (`nxos_ssh`) also what stands before it. Undefined for a word that means none, or several.
 */
export function findPlatform(word: string, platforms: readonly KnownPlatform[]): string | undefined {
  const wanted = spellingsOf(word)
  for (const spelling of wanted) {
    const found = platforms.filter(({ id, names }) => [id, ...names].some((name) => toKey(name) === spelling))
    const [only, other] = found
    if (only !== undefined) return other === undefined ? only.id : undefined
  }
  return undefined
}

function spellingsOf(word: string): readonly string[] {
  const text = word.slice(0, 100)
  const parts = [text, text.split('.').at(-1) ?? text, text.replace(/[_-](?:ssh|telnet|netconf|restconf|api)$/i, '')]
  return [...new Set(parts.map(toKey))].filter((key) => key !== '')
}

/** `Cisco IOS-XE` → `ciscoiosxe`. */
function toKey(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}
