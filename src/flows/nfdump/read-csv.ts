/** Lines of `nfdump -o csv`, whose columns differ with the release and with what was asked for. */
import { Columns, MAX_LINE_LENGTH, valuesOf } from '../_records/columns.ts'
import { fillRow } from '../_records/fill-row.ts'
import { afterSeconds, epochMomentOf } from '../_records/moments.ts'
import type { FlowSink, RecordEnding } from '../contract.ts'
import { exporterOf } from './read-object.ts'

/**
 * Whether a line names the columns of flow records: that of 1.6 and 1.7.0 to 1.7.3 begins with `ts,te,td,sa,da,sp,dp,pr`, later ones
 * with `firstSeen,` or `cnt,af,firstSeen,`.
 *
 * @source nfdump 1.7.1 as run; `src/output/output_csv.c`, `output_csv_fast.c` of release 1.7.8 (names of columns)
 */
export function isHeader(line: string): boolean {
  // Records begin with a number or a time.
  if (line.length > MAX_LINE_LENGTH || !/^[a-z]/i.test(line)) return false
  const columns = new Columns(valuesOf(line, ','))
  return hasAll(columns, 'ts', 'sa', 'da', 'pr') || hasAll(columns, 'firstSeen', 'srcAddr', 'dstAddr', 'proto')
}

function hasAll(columns: Columns, ...names: readonly string[]): boolean {
  return names.every((name) => columns.has(name))
}

/** Reads the lines of one file, and remembers its header. */
export class CsvReader {
  #columns: Columns | undefined

  read(line: string, sink: FlowSink): RecordEnding {
    if (line.length > MAX_LINE_LENGTH) return 'unrecognised'
    const bare = line.trim()
    if (bare === '') return 'irrelevant'
    if (isHeader(bare)) {
      this.#columns = new Columns(valuesOf(bare, ','))
      return 'irrelevant'
    }
    if (this.#endsTable(bare)) return 'irrelevant'
    return this.#columns === undefined ? 'unrecognised' : readValues(this.#columns, valuesOf(bare, ','), sink)
  }

  /** Behind the records stands a word, `Summary` or `No matching flows`, and a small table of sums. */
  #endsTable(line: string): boolean {
    const ends = /^(?:Summary|No match)/i.test(line)
    if (ends) this.#columns = new Columns([])
    return ends || this.#columns?.count === 0
  }
}

function readValues(columns: Columns, values: readonly string[], sink: FlowSink): RecordEnding {
  const { row } = sink
  if (values.length !== columns.count) return 'unrecognised'
  const hasEnds = fillRow(row, {
    source: columns.of(values, 'sa', 'srcAddr'),
    destination: columns.of(values, 'da', 'dstAddr'),
    protocol: columns.of(values, 'pr', 'proto'),
    sourcePort: columns.of(values, 'sp', 'srcPort'),
    destinationPort: columns.of(values, 'dp', 'dstPort'),
    ingress: columns.of(values, 'in', 'input'),
    egress: columns.of(values, 'out', 'output'),
    bytes: columns.of(values, 'ibyt', 'bytes', 'inBytes'),
    packets: columns.of(values, 'ipkt', 'packets', 'inPackets'),
  })
  if (!hasEnds) return 'unrecognised'
  row.startMs = epochMomentOf(columns.of(values, 'ts', 'firstSeen'))
  row.endMs =
    epochMomentOf(columns.of(values, 'te', 'lastSeen')) ||
    afterSeconds(row.startMs, columns.of(values, 'td', 'duration'))
  sink.observer('address', exporterOf(columns.of(values, 'ra', 'routerIP')))
  sink.take('record')
  return 'rows'
}
