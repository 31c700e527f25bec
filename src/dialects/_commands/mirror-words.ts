/**
 * Decides which typed commands are kept as fragments, from the command alone: what a command means is only known when the
 * whole run of commands is read with the grammar of the device it was typed on.
 */
import {
  BLOCK_WORDS,
  LEADING_WORDS,
  LOOKING_WORDS,
  MIRROR_STEMS,
  MIRROR_WORDS,
  MODE_OPENERS,
  RELATED_WORDS,
  WITNESS_WORDS,
} from './mirror-words.data.ts'

/** Only the start of a command is read; longer ones are data, not commands. */
const MAX_COMMAND_LENGTH = 1024
/** The shortest cut of a mirror word that counts anywhere in a command (`mon`, `cap`). */
const MIN_ABBREVIATION = 3

const openers = MODE_OPENERS.map((phrase) => phrase.split(' '))
const openings = [
  ...[...BLOCK_WORDS, ...WITNESS_WORDS, ...RELATED_WORDS].map((phrase) => phrase.split(' ')),
  ...openers,
]

/**
 * Whether a typed command may belong to a mirror on some platform: a word of mirroring in any abbreviation, a sub-command
 * that can stand in a session's block, a command that opens another mode and so closes the block, one that blinds a witness
 * (logging, archive, accounting), or one that decides where a copy travels (routes, tunnels, translations). Generous on
 * purpose, and false for commands that only look.
 *
 * `mon sess 1 so int g1/0/1 b` → true, `ip address 203.0.113.66` → true, `show monitor session 1` → false,
 * `ntp server 192.0.2.1` → false. Reads the first 1024 characters; never throws.
 */
export function mayBelongToMirror(command: string): boolean {
  const words = dropLeading(
    command
      .slice(0, MAX_COMMAND_LENGTH)
      .toLowerCase()
      .split(/[\s"]+/)
      .filter(Boolean),
  )
  if (onlyLooks(words)) return false
  return words.some(isMirrorWord) || openings.some((phrase) => opensWith(words, phrase))
}

/** Whether a command, given as words, opens another configuration mode: `int g1/0/1`, `policy-map QOS`. */
export function opensMode(words: readonly string[]): boolean {
  const typed = words.map((word) => word.toLowerCase())
  return openers.some((phrase) => opensWith(typed, phrase))
}

/** `sh` alone may be a cut of `shutdown`; with more words it is `show`. */
function onlyLooks([first, second]: readonly string[]): boolean {
  if (first === undefined || second === undefined) return false
  return LOOKING_WORDS.some(([full, shortest]) => full.startsWith(first) && first.startsWith(shortest))
}

/** `no default monitor …` → `monitor …`; a cut such as `n` is left alone, no platform has it to itself. */
function dropLeading(words: readonly string[]): readonly string[] {
  const start = words.findIndex((word) => !LEADING_WORDS.includes(word))
  return start === -1 ? [] : words.slice(start)
}

function isMirrorWord(word: string): boolean {
  if (word.startsWith('spanning')) return false
  if (MIRROR_STEMS.some((stem) => word.includes(stem))) return true
  return MIRROR_WORDS.some((mirror) => mirror.startsWith(word) && word.length >= shortestCut(mirror))
}

/** `port` is everywhere, `port-m` is not. */
function shortestCut(word: string): number {
  return word.includes('-') ? word.indexOf('-') + 2 : MIN_ABBREVIATION
}

/** Each word of the phrase is typed in full or cut short, but not to one letter. */
function opensWith(words: readonly string[], phrase: readonly string[]): boolean {
  return phrase.every((full, index) => {
    const typed = words[index]
    return typed !== undefined && typed.length > 1 && full.startsWith(typed)
  })
}
