/** Records in columns: device, user, port, remote address, type, then attributes or, in newer servers, service and command. */
import type { AccountingRecord, Attribute } from './record.ts'

/** Four short columns without four blanks in a row, which a command behind a bar could have before it. */
const BARRED = /^(?:(?! {4})[^|]){0,128}(?:\|[^|]{0,256}){4}/

/** What a server writes as the kind of an accounting record. */
export const RECORD_TYPES: ReadonlySet<string> = new Set(['start', 'stop', 'update', 'watchdog'])

/** The text of a record after its time, and that time as written. */
export interface TimedText {
  readonly writtenTime: string | undefined
  readonly text: string
}

/**
 * Reads a record whose columns stand apart by a TAB (file), four blanks (syslog) or `|` (tac_plus-ng over syslog).
 *
 * `192.0.2.7 ⇥ netops-1 ⇥ tty2 ⇥ 198.51.100.23 ⇥ stop ⇥ task_id=118 ⇥ service=shell ⇥ cmd=monitor session 4 <cr>`
 *
 * Undefined when the fifth column is no record type.
 *
 * @source tac_plus do_acct.c (order of columns, `unknown` for empty); event-driven-servers tac_plus-ng manual, "accounting format"
 */
export function readColumns({ writtenTime, text }: TimedText): AccountingRecord | undefined {
  const { columns, separator } = splitColumns(text)
  const [device = '', user = '', port = '', from = '', typeWord = '', ...rest] = columns.map((column) => column.trim())
  const type = typeWord.toLowerCase()
  if (!RECORD_TYPES.has(type)) return undefined
  const { attributes, commandAt, commandMark } = readRest(rest, separator)
  const shown = commandAt === -1 ? columns : [...columns.slice(0, 5 + commandAt), commandMark]
  return {
    writtenTime,
    device: known(device),
    user: known(user),
    port: known(port),
    from: known(from),
    type,
    attributes,
    beforeCommand: [...(writtenTime === undefined ? [] : [writtenTime]), ...shown].join(separator),
  }
}

/** The columns of a record and what stands between them: a TAB, `|`, or four blanks. */
export function splitColumns(text: string): { readonly columns: readonly string[]; readonly separator: string } {
  const separator = text.includes('\t') ? '\t' : BARRED.test(text) ? '|' : '    '
  return { columns: text.split(separator), separator }
}

/** Servers write `unknown` where the device gave nothing. */
export function known(text: string): string | undefined {
  return text === '' || text === 'unknown' || text === '-' ? undefined : text
}

interface Rest {
  readonly attributes: readonly Attribute[]
  /** Which of the columns after the type begins the command; -1 where there is none. */
  readonly commandAt: number
  /** What stands before the command in its column. */
  readonly commandMark: 'cmd=' | ''
}

function readRest(rest: readonly string[], separator: string): Rest {
  const [service = '', command] = rest
  if (attributeIn(service) !== undefined || command === undefined || isCommand(command)) {
    return { attributes: readAttributes(rest, separator), commandAt: rest.findIndex(isCommand), commandMark: 'cmd=' }
  }
  const named = { name: 'service', value: service }
  if (service.toLowerCase() !== 'shell') return { attributes: [named], commandAt: -1, commandMark: '' }
  return { attributes: [named, { name: 'cmd', value: rest.slice(1).join(separator) }], commandAt: 1, commandMark: '' }
}

function isCommand(column: string): boolean {
  return attributeIn(column)?.name === 'cmd'
}

/** A column that is no attribute belongs to the one before: the separator stood inside a command. */
function readAttributes(columns: readonly string[], separator: string): Attribute[] {
  const attributes: Attribute[] = []
  for (const column of columns) {
    const attribute = attributeIn(column)
    const last = attributes.pop()
    if (last !== undefined && attribute === undefined)
      attributes.push({ name: last.name, value: last.value + separator + column })
    else if (last !== undefined) attributes.push(last)
    if (attribute !== undefined) attributes.push(attribute)
  }
  return attributes
}

/** `task_id=118`, `process*mgd[7741]`: `=` for what the server must heed, `*` for what it may. @source RFC 8907, section 6.1 */
function attributeIn(column: string): Attribute | undefined {
  const found = /^([A-Za-z][\w.-]{0,31})[=*]/.exec(column)
  return found?.[1] === undefined ? undefined : { name: attributeName(found[1]), value: column.slice(found[0].length) }
}

/** `priv_lvl` and `priv-lvl`, `Cmd` and `cmd` are one attribute. */
export function attributeName(written: string): string {
  return written.toLowerCase().replaceAll('_', '-')
}
