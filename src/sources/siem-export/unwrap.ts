/** Takes the record out of the row that a log platform made of it. */
import { type ExportRecord, isObject, memberAt, parseObject, textAt } from './records.ts'
import { toSyslogLine } from './sentinel-syslog.ts'

/** What stood in a row: one line, several lines that belong together, or an object as JSON on one line. */
export interface Unwrapped {
  readonly kind: 'line' | 'block' | 'object'
  readonly text: string
}

/** Members that hold the row itself. @source Splunk, "Export search results" (json); Elasticsearch, search API, hits */
const ENVELOPES = ['_source', 'result', 'fields'] as const

/** Members in which Elastic's integrations for clouds take a record apart; its message is only a summary then. */
const TAKEN_APART = ['aws', 'azure', 'gcp'] as const

/** When the platform took the record in; with one of these beside it, `message` is a record. */
const STAMPS = ['@timestamp', 'timestamp', '_time'] as const

/** Whether a row holds a record of somebody else; an audit record as it was written does not. */
export function isWrapped(record: ExportRecord): boolean {
  const row = withoutEnvelope(record)
  return row !== record || rawOf(row) !== undefined || textAt(row, 'SyslogMessage') !== undefined
}

/** The record in a row; a row that holds none is the record itself. `text` is the row as JSON, where it is at hand. */
export function unwrap(record: ExportRecord, text?: string): Unwrapped {
  const row = withoutEnvelope(record)
  const raw = rawOf(row)
  if (typeof raw === 'string') return toUnwrapped(withSender(raw.trim(), row))
  if (raw !== undefined) return { kind: 'object', text: JSON.stringify(raw) }
  if (textAt(row, 'SyslogMessage') !== undefined) return toUnwrapped(toSyslogLine(row))
  return { kind: 'object', text: row === record && text !== undefined ? onOneLine(text) : JSON.stringify(row) }
}

/** A device's own line that names nobody: its counter (or nothing), a colon and the date. */
const NAMELESS = /^(?:<\d{1,3}>)?(\d{0,10}: )(?=[*.]?(?:\d{4} )?[A-Z][a-z]{2} )/
const STAMP = /^\d{4}-\d{2}-\d{2}T[\d:.]{5,15}(?:Z|[+-]\d{2}:?\d{2})$/
const HOST = /^[\w.:-]{1,253}$/

/** Such a line was known by its sender when it came in, and the platform keeps who that was beside it. */
function withSender(raw: string, row: ExportRecord): string {
  const counter = NAMELESS.exec(raw.slice(0, 64))
  const [host, time] = [textAt(row, 'host'), textAt(row, '_time')]
  if (counter === null || host === undefined || !HOST.test(host) || time === undefined || !STAMP.test(time)) return raw
  return `${time} ${host} ${raw.slice(raw.indexOf(counter[1] ?? ''))}`
}

function withoutEnvelope(record: ExportRecord): ExportRecord {
  const isHit = '_index' in record || '_source' in record
  const isResult = 'preview' in record || isObject(record['result'])
  for (const name of isHit || isResult ? ENVELOPES : []) {
    const inner = record[name]
    if (isObject(inner)) return inner
  }
  return record
}

/**
 * The record as it came in: text, or an object.
 *
 * @source Splunk `_raw`; ECS `event.original`; Logstash, Beats and CloudWatch Logs `message`; Splunk HTTP event collector `event`
 */
function rawOf(row: ExportRecord): string | ExportRecord | undefined {
  const raw = textAt(row, '_raw') ?? textAt(row, 'event.original')
  if (raw !== undefined) return raw
  const message = textAt(row, 'message')
  const isStamped = STAMPS.some((name) => memberAt(row, name) !== undefined)
  if (message !== undefined && isStamped && !TAKEN_APART.some((name) => isObject(row[name]))) return message
  const event = row['event']
  if (row['sourcetype'] === undefined) return undefined
  return typeof event === 'string' || isObject(event) ? event : undefined
}

function toUnwrapped(raw: string): Unwrapped {
  const text = raw.trim()
  if (text.startsWith('{') && parseObject(text) !== undefined) return { kind: 'object', text: onOneLine(text) }
  return { kind: /[\r\n]/.test(text) ? 'block' : 'line', text: text.replaceAll(/\r\n?/g, '\n') }
}

/** Inside JSON a line end can only be a blank. */
function onOneLine(json: string): string {
  return json.replaceAll(/[\r\n]/g, ' ')
}
