/** A typed command as AAA servers record it: whole or word by word, with the device's own marks at its end. */

/** A command and the outcome that some platforms append to it. */
export interface RecordedCommand {
  readonly text: string
  /** `SUCCESS` of `configure terminal ; monitor session 1 (SUCCESS)`. */
  readonly suffix: string | undefined
}

/**
 * The command without the marks at its end; undefined when nothing is left.
 *
 * `['monitor', 'session', '1', '<cr>']` and `['monitor session 1 <cr>']` → `monitor session 1`
 *
 * @source tac_plus user guide, "cmd" and "cmd-arg"; NX-OS accounting (`(SUCCESS)`)
 */
export function toCommand(words: readonly string[]): RecordedCommand | undefined {
  const text = words.join(' ').trimEnd()
  const [, suffix] = / \((SUCCESS|FAILURE)\)$/.exec(text) ?? []
  const bare = suffix === undefined ? text : text.slice(0, -(suffix.length + 3))
  const command = bare
    .trimEnd()
    .replace(/(?:^|\s)<cr>$/i, '')
    .trim()
  return command === '' ? undefined : { text: command, suffix }
}

/** What a word such as `failed`, `FAILURE` or `Denied` says of an act. Nothing said is accepted. */
export function toOutcome(said: string): 'accepted' | 'denied' | 'failed' {
  if (/den|reject|refus|unauth|forbid/i.test(said)) return 'denied'
  return /fail|err|invalid/i.test(said) ? 'failed' : 'accepted'
}
