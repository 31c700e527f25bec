/** One accounting record, whatever server wrote it and however it travelled. */

/** Names are in lower case with `-`: `{ name: 'task-id', value: '118' }`. */
export interface Attribute {
  readonly name: string
  readonly value: string
}

/** A record taken apart; members that the server wrote as `unknown` are absent. */
export interface AccountingRecord {
  /** The server's own time as it wrote it, or as its syslog header has it. */
  readonly writtenTime: string | undefined
  /** Address or name of the device that asked for accounting (the NAS). */
  readonly device: string | undefined
  readonly user: string | undefined
  readonly port: string | undefined
  readonly from: string | undefined
  /** `start`, `stop`, `update` or `watchdog`. */
  readonly type: string
  readonly attributes: readonly Attribute[]
  /** Time and columns as written up to the command, `cmd=` included; all of them where there is none. */
  readonly beforeCommand: string
}

/** A command and the outcome that some platforms append to it. */
export interface RecordedCommand {
  readonly text: string
  /** `SUCCESS` of `configure terminal ; monitor session 1 (SUCCESS)`. */
  readonly suffix: string | undefined
}

/** The first value of an attribute; undefined when it is absent or empty. */
export function attributeOf(record: AccountingRecord, name: string): string | undefined {
  const value = record.attributes.find((attribute) => attribute.name === name)?.value.trim()
  return value === undefined || value === '' ? undefined : unquote(value)
}

/**
 * The command of a record: `cmd`, then each `cmd-arg`, without the `<cr>` at the end. Undefined where there is none:
 * records of sessions and of the device itself.
 */
export function commandOf(record: AccountingRecord): RecordedCommand | undefined {
  const words = ['cmd', 'cmd-arg'].flatMap((name) => record.attributes.filter((attribute) => attribute.name === name))
  const [first, ...others] = words.map(({ value }) => unquote(value.trim()))
  if (first === undefined || first === '') return undefined
  const text = [first, ...others].join(' ').trimEnd()
  const [, suffix] = / \((SUCCESS|FAILURE)\)$/.exec(text) ?? []
  const bare = suffix === undefined ? text : text.slice(0, -(suffix.length + 3))
  const command = bare
    .trimEnd()
    .replace(/(?:^|\s)<cr>$/i, '')
    .trim()
  return command === '' ? undefined : { text: command, suffix }
}

/** `"a \"b\""` → `a "b"`; text without quotes stays as it is. */
export function unquote(text: string): string {
  return text.startsWith('"')
    ? text
        .slice(1)
        .replace(/"$/, '')
        .replaceAll(/\\(["\\])/g, '$1')
    : text
}
