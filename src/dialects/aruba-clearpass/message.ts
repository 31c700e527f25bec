/** One line of a ClearPass export filter: a template's name, three numbers, then columns as `Namespace.Column=value`. */
import type { Instant } from '../../kit/instant.ts'
import { openEnvelope } from '../_syslog/envelope.ts'

/** A line taken apart. */
export interface ClearPassMessage {
  /** Of the header, where it has one. */
  readonly writtenTime: string | undefined
  /** Namespaces of the columns in lower case: `common`, `tacacs`, `radius`. */
  readonly namespaces: ReadonlySet<string>
  /** Columns without their namespace, in lower case and the order written; the first value of each. */
  readonly columns: ReadonlyMap<string, string>
}

/** Only so much of a line is read. */
const MAX_LINE_LENGTH = 8192
/** Headers are short, and names of export filters are chosen by administrators. */
const MAX_HEADER_LENGTH = 512

/**
 * Message id, number of segments and segment, then a column that ClearPass writes: of a session, of the Insight database, of a table
 * (`CPPM_…`), or of an event.
 *
 * @source ClearPass Policy Manager user guide, "Syslog Export Filters", predefined field groups
 */
const SEGMENT = / \d{1,20} \d{1,4} \d{1,4} +(?=[A-Za-z][\w.: -]{1,120}=)/
const COLUMNS =
  /^(?:Common|RADIUS|TACACS|WEBAUTH|Auth|Cppm[A-Za-z]{1,24}|Endpoint|Guest|Onboard[A-Za-z]{0,16})[.:][\w.: -]{1,100}=/i
const EVENT = /^Timestamp=[A-Z][a-z]{2} \d/
/** The name of a table stands in the header. */
const TABLE = /\bCPPM_\w{1,64}$/
const COLUMN = /^([A-Za-z][\w-]{0,40})(?:[.:]([\w .:-]{1,80}))?=(.*)$/s
/** Values hold commas; a comma that ends one has a column behind it. */
const SEPARATOR = /,(?=[A-Za-z][\w-]{0,40}(?:[.:][\w .:-]{1,80})?=)/
const HEADER_TIME = /\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}[,.]\d{1,6}/

/** Takes a line apart; undefined when ClearPass did not write it. Never throws. */
export function readClearPassMessage(line: string, reference: Instant): ClearPassMessage | undefined {
  const text = line.slice(0, MAX_LINE_LENGTH)
  const found = SEGMENT.exec(text.slice(0, MAX_HEADER_LENGTH))
  if (found === null) return undefined
  const header = text.slice(0, found.index)
  const body = text.slice(found.index + found[0].length)
  if (!COLUMNS.test(body) && !EVENT.test(body) && !TABLE.test(header)) return undefined
  const parts = body.split(SEPARATOR).map(toColumn)
  return {
    writtenTime: HEADER_TIME.exec(header)?.[0].replace(',', '.') ?? openEnvelope(text, reference).stamp?.written,
    namespaces: new Set(parts.flatMap(({ namespace }) => namespace ?? [])),
    columns: firstValues(parts),
  }
}

interface Column {
  readonly namespace: string | undefined
  readonly name: string
  readonly value: string
}

/** `RADIUS.Acct-NAS-IP-Address=192.0.2.8` → namespace `radius`, name `nas-ip-address`. */
function toColumn(written: string): Column {
  const [, first = '', second, value = ''] = COLUMN.exec(written.trim()) ?? []
  const name = (second ?? first).split(/[.:]/).at(-1) ?? ''
  return {
    namespace: second === undefined ? undefined : first.toLowerCase(),
    name: name.toLowerCase().replace(/^acct-/, ''),
    value: value.trim().replace(/,$/, ''),
  }
}

function firstValues(columns: readonly Column[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (const { name, value } of columns) if (name !== '' && !values.has(name)) values.set(name, value)
  return values
}
