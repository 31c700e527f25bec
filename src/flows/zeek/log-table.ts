/** Zeek's own tables: a header of `#` lines, then values between separators. */
import { MAX_LINE_LENGTH } from '../_records/columns.ts'
import { type JsonObject, textOf } from '../_records/members.ts'
import type { FlowSink, RecordEnding } from '../contract.ts'
import { readRecord } from './read-record.ts'

/** More columns than any log has, with all that packages add. */
const MAX_COLUMNS = 256

/** Columns without which a log has no flows. */
const NEEDED = ['ts', 'id.orig_h', 'id.resp_h']

/** Whether a sample starts as a `conn.log` or `tunnel.log`. */
export function recogniseTable(sample: string): number {
  const head = sample.slice(0, MAX_LINE_LENGTH)
  const isZeek = /^\uFEFF?#separator \S+\r?$/m.test(head) && /^#fields\s.*\bid\.orig_h\b/m.test(head)
  return isZeek && /^#path\s+(?:conn|tunnel)\b/m.test(head) ? 0.95 : 0
}

/**
 * Reads the lines of one file. A new header, of a file appended to another, begins a new table.
 *
 * @source Zeek documentation, "Log Files": `#separator` with hexadecimal escapes, `#unset_field`, `#path`, `#fields`
 */
export class LogTable {
  #separator = '\t'
  #unset = '-'
  #path = ''
  #fields: readonly string[] = []

  read(line: string, sink: FlowSink): RecordEnding {
    const bare = line.replace(/\r$/, '').replace(/^\uFEFF/, '')
    if (bare.length > MAX_LINE_LENGTH) return 'unrecognised'
    if (bare.trim() === '') return 'irrelevant'
    if (bare.startsWith('#')) return this.#header(bare)
    const values = bare.split(this.#separator, MAX_COLUMNS)
    if (values.length !== this.#fields.length) return 'unrecognised'
    return readRecord(this.#toRecord(values), sink)
  }

  #header(line: string): RecordEnding {
    const [name = '', ...values] = line.startsWith('#separator')
      ? line.split(' ')
      : line.split(this.#separator, MAX_COLUMNS)
    if (name === '#separator') this.#separator = unescapeBytes(textOf(values[0])) || '\t'
    else if (name === '#unset_field') this.#unset = values[0] ?? '-'
    else if (name === '#path') this.#path = textOf(values[0])
    else if (name === '#fields') this.#fields = NEEDED.every((field) => values.includes(field)) ? values : []
    return 'irrelevant'
  }

  /** The same members as a JSON log has; unset ones are left out. */
  #toRecord(values: readonly string[]): JsonObject {
    const members = values.map((value, at): [string, string] => [this.#fields[at] ?? '', value])
    return Object.fromEntries([...members.filter(([, value]) => value !== this.#unset), ['_path', this.#path]])
  }
}

/** `\x09` → a tab. */
function unescapeBytes(text: string): string {
  return text.replaceAll(/\\x([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
