/** Patterns by which configuration groups name the statements they add to: `<*>`, `<ge-*>`, `<xe-[01]/0/*>`. */

/** Longer patterns or names do not match. */
const MAX_LENGTH = 256

/** Whether a word is such a pattern. */
export function isWildcard(word: string): boolean {
  return word.startsWith('<') && word.endsWith('>')
}

/**
 * Whether a word fits `ge-*`: `*` any run, `?` one letter, `[0-3]` one of a set, `[!0]` one not of it; angle brackets around the
 * pattern are dropped. At most 256 × 256 steps; never throws.
 *
 * @source Junos CLI User Guide, "Using wildcards with configuration groups"
 */
export function matchesGlob(word: string, pattern: string): boolean {
  const parts = splitPattern(isWildcard(pattern) ? pattern.slice(1, -1) : pattern)
  if (word.length > MAX_LENGTH || parts.length > MAX_LENGTH) return false
  let [at, part, star, retry] = [0, 0, -1, 0]
  while (at < word.length) {
    const wanted = parts[part]
    if (wanted === '*') {
      star = part++
      retry = at
    } else if (wanted !== undefined && matchesOne(word[at] ?? '', wanted)) {
      at++
      part++
    } else if (star === -1) {
      return false
    } else {
      part = star + 1
      at = ++retry
    }
  }
  return parts.slice(part).every((rest) => rest === '*')
}

/** `ge-[01]*` → `g`, `e`, `-`, `[01]`, `*`. */
function splitPattern(pattern: string): readonly string[] {
  return pattern.slice(0, MAX_LENGTH * 4).match(/\[[^\]]{1,64}\]|[\s\S]/g) ?? []
}

function matchesOne(letter: string, wanted: string): boolean {
  if (wanted === '?' || wanted === letter) return true
  if (wanted.length < 3) return false
  const negated = wanted[1] === '!' || wanted[1] === '^'
  const set = wanted.slice(negated ? 2 : 1, -1)
  return setHas(set, letter) !== negated
}

function setHas(set: string, letter: string): boolean {
  for (let at = 0; at < set.length; at++) {
    const [from = '', dash, to] = set.slice(at, at + 3)
    if (dash === '-' && to !== undefined) {
      if (letter >= from && letter <= to) return true
      at += 2
    } else if (from === letter) return true
  }
  return false
}
