/** Lines of AWS VPC flow logs. */
import { wordsOf } from '../_records/addresses.ts'
import { Columns, MAX_LINE_LENGTH, valuesOf } from '../_records/columns.ts'
import { fillRow } from '../_records/fill-row.ts'
import { momentOf, SECONDS } from '../_records/moments.ts'
import type { FlowSink, RecordEnding } from '../contract.ts'

/**
 * The fields of the default format, in their order.
 *
 * @source Amazon VPC user guide, "Flow log records": available fields, version 2
 */
const DEFAULT_FIELDS =
  'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status'.split(
    ' ',
  )

/** A line in the default format, as CloudWatch Logs and exports without a header hold it. */
const DEFAULT_LINE =
  /^2 (?:\d{12}|unknown|-) eni-\S+ (?:[0-9a-f.:]+|-) (?:[0-9a-f.:]+|-) (?:\d+|-) (?:\d+|-) (?:\d+|-) (?:\d+|-) (?:\d+|-) \d+ \d+ (?:ACCEPT|REJECT|-) (?:OK|NODATA|SKIPDATA)$/

/** Longest line that can be in the default format. */
const MAX_DEFAULT_LENGTH = 512

/** In front of lines that an export task of CloudWatch Logs wrote: the time at which each was received. */
const RECEIVED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z /

/** Whether a line names fields: those of a custom format stand in any order, but some must be there. */
export function isHeader(line: string): boolean {
  if (line.length > MAX_LINE_LENGTH || !line.includes('srcaddr')) return false
  const columns = new Columns(valuesOf(line.trim(), ' '))
  const hasAmounts = ['bytes', 'packets', 'log-status'].some((name) => columns.has(name))
  return hasAmounts && (hasEnds(columns, '') || hasEnds(columns, 'pkt-'))
}

function hasEnds(columns: Columns, prefix: string): boolean {
  return columns.has(`${prefix}srcaddr`) && columns.has(`${prefix}dstaddr`)
}

/** Whether a line is one of the default format. */
export function isDefaultLine(line: string): boolean {
  const bare = line.trim().replace(RECEIVED, '')
  return bare.length <= MAX_DEFAULT_LENGTH && DEFAULT_LINE.test(bare)
}

/** Reads the lines of one file; until a header says otherwise, they are in the default format. */
export class FlowLogReader {
  #columns = new Columns(DEFAULT_FIELDS)
  #isCustom = false

  read(line: string, sink: FlowSink): RecordEnding {
    if (line.length > MAX_LINE_LENGTH) return 'unrecognised'
    const bare = line.trim().replace(RECEIVED, '')
    if (bare === '') return 'irrelevant'
    if (isHeader(bare)) {
      this.#columns = new Columns(valuesOf(bare, ' '))
      this.#isCustom = true
      return 'irrelevant'
    }
    if (!this.#isCustom && !isDefaultLine(bare)) return 'unrecognised'
    return readValues(this.#columns, valuesOf(bare, ' '), sink)
  }

  /** The line inside an event of CloudWatch Logs. */
  readMessage(message: unknown, sink: FlowSink): RecordEnding {
    return typeof message === 'string' ? this.read(message, sink) : 'unrecognised'
  }
}

/**
 * Takes the row of a line. The addresses are those of the packets (`pkt-srcaddr`) where the log has them, because `srcaddr` is
 * that of the logging interface for what only passes it. Refused traffic did not arrive, and is no row.
 */
function readValues(columns: Columns, values: readonly string[], sink: FlowSink): RecordEnding {
  const { row } = sink
  if (values.length !== columns.count) return 'unrecognised'
  const status = columns.of(values, 'log-status')
  if (status === 'NODATA' || status === 'SKIPDATA' || columns.of(values, 'action') === 'REJECT') return 'irrelevant'
  const hasEnds = fillRow(row, {
    source: packetAddress(columns.of(values, 'pkt-srcaddr'), columns.of(values, 'srcaddr')),
    destination: packetAddress(columns.of(values, 'pkt-dstaddr'), columns.of(values, 'dstaddr')),
    protocol: columns.of(values, 'protocol'),
    sourcePort: columns.of(values, 'srcport'),
    destinationPort: columns.of(values, 'dstport'),
    bytes: columns.of(values, 'bytes'),
    packets: columns.of(values, 'packets'),
  })
  if (!hasEnds) return 'unrecognised'
  row.startMs = momentOf(columns.of(values, 'start'), SECONDS)
  row.endMs = momentOf(columns.of(values, 'end'), SECONDS) || row.startMs
  sink.observer('account', accountOf(columns.of(values, 'account-id')))
  sink.take('record')
  return 'rows'
}

function packetAddress(packet: string | undefined, logged: string | undefined): string | undefined {
  return wordsOf(packet) === undefined ? logged : packet
}

/** `111122223333` → `aws:111122223333`; empty for `-` and `unknown`. */
function accountOf(account = ''): string {
  return /^\d{12}$/.test(account) ? `aws:${account}` : ''
}
