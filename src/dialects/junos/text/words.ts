/** One `set` line or typed command → its words. Quoted text is one word, a list in brackets several values of one statement. */

/** A command's words; `list` holds the values of `[ a b ]`, of which each stands for one statement. */
export interface SplitCommand {
  readonly words: readonly string[]
  readonly list: readonly string[]
}

/** Longer commands are data: 4096 values in one list need less. */
const MAX_COMMAND_LENGTH = 65_536

/** Brackets inside of a word are a pattern (`ge-0/0/[2-4]`), before one they open a list. */
const WORD = /"((?:[^"\\]|\\.)*)(?:"|$)|((?:[^\s"[\];]|(?<=[^\s"[\];])\[[^\s"[\];]{1,64}\])+)|([[\];])/gy

/**
 * `set system login message "a b"` → `set`, `system`, `login`, `message`, `a b`; `… events [ login change-log ]` → the list beside
 * the words before it. Reads the first 64 KiB; never throws.
 *
 * @source Junos CLI User Guide, "Enter and edit configuration statements": quoting and value lists
 */
export function splitCommand(command: string): SplitCommand {
  const text = command.slice(0, MAX_COMMAND_LENGTH)
  const words: string[] = []
  const list: string[] = []
  let inList = false
  for (let at = skipBlanks(text, 0); at < text.length; at = skipBlanks(text, WORD.lastIndex)) {
    WORD.lastIndex = at
    const [whole, quoted, bare, mark] = WORD.exec(text) ?? []
    if (whole === undefined || mark === ';') break
    if (mark !== undefined) inList = mark === '['
    else (inList ? list : words).push(quoted ?? bare ?? '')
  }
  return { words: words.filter((word) => word !== '<cr>'), list }
}

/** One path for each value of the list, or the words alone where there is none. */
export function pathsOf({ words, list }: SplitCommand): readonly (readonly string[])[] {
  return list.length === 0 ? [words] : list.map((value) => [...words, value])
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (at < text.length && (text[at] ?? '') <= ' ') at++
  return at
}
