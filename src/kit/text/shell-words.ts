/** Words for shell commands that are printed to be run: names and ids come from records, and a record may be forged. */

/** Text in one line of printable ASCII; anything else shows as `?`. */
export function oneLine(text: string): string {
  return text.replaceAll(/[^\u0020-\u007e]/g, '?')
}

/** A word for a POSIX shell. `tms-0a1b` stays; anything else goes into single quotes. */
export function quote(text: string): string {
  const word = oneLine(text)
  return /^[\w.:/@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}
