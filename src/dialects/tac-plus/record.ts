/** One record, whatever server of the family wrote it and however it travelled. */
import { type RecordedCommand, toCommand } from '../_aaa/command-text.ts'

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

/** A login, a privilege or a command that the server allowed or refused. */
export interface Decision {
  readonly writtenTime: string | undefined
  readonly device: string | undefined
  /** The device's host name, where the server wrote both. */
  readonly deviceName?: string | undefined
  readonly user: string | undefined
  readonly port: string | undefined
  readonly from: string | undefined
  readonly about: 'login' | 'privilege' | 'command' | 'session'
  readonly accepted: boolean
  /** In the server's words: `login query accepted`, `shell login failed (no such user)`. */
  readonly said: string
  /** The command asked for. */
  readonly command?: string | undefined
  /** Time and record as written, up to the command where there is one. */
  readonly shown: string
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
  const first = attributeOf(record, 'cmd')
  if (first === undefined) return undefined
  const others = record.attributes.filter(({ name }) => name === 'cmd-arg')
  return toCommand([first, ...others.map(({ value }) => unquote(value.trim()))])
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
