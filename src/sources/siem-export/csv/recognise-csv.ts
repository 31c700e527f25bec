/** Tells tables from logs and configurations that happen to hold commas. */
import { CsvSplitter, parseCsvRecord } from './csv-splitter.ts'

/** How a table is written: what is between its fields, and their names. */
export interface CsvLayout {
  readonly delimiter: ',' | ';'
  readonly columns: readonly string[]
}

/** Commas first: a table of semicolons seldom has as many commas in every row, while the reverse is common in text. */
const DELIMITERS = [',', ';'] as const

/** Longer headers are not known as such. */
const MAX_HEADER_BYTES = 16 * 1024

/** Rows looked at. */
const MAX_ROWS = 20

/** A name of a column: words of letters and digits that start with a letter; log lines hold colons. Behind a blank, one word. */
const COLUMN = /^(?:[\p{L}_@#][\p{L}\p{N} _@./()[\]{}#&'’-]{0,63}| [\p{L}_@][\p{L}\p{N}_@.-]{0,63})$/u

/** The header's layout when more than half of the next rows fit it; a header alone is no table. */
export function recogniseCsv(head: Buffer): CsvLayout | undefined {
  for (const delimiter of DELIMITERS) {
    if (!startsWithHeader(head, delimiter)) continue
    const [header = [], ...rows] = firstRecords(head, delimiter)
    const fitting = rows.filter(({ length }) => length === header.length)
    if (isHeader(header.map(withoutZone)) && fitting.length > rows.length / 2)
      return { delimiter, columns: header.map((name) => withoutZone(name).trim()) }
  }
  return undefined
}

/** A look at the first line that holds anything, which settles it for nearly every file that is no table. */
function startsWithHeader(head: Buffer, delimiter: string): boolean {
  const [line = ''] = /^[^\r\n]+/m.exec(head.toString('utf8', 0, MAX_HEADER_BYTES)) ?? []
  return line.includes(delimiter) && isHeader(parseCsvRecord(line, delimiter).map(withoutZone))
}

/** Records of the head that are whole; the last one is, when the head is all there is. */
function firstRecords(head: Buffer, delimiter: string): readonly (readonly string[])[] {
  const texts: string[] = []
  const splitter = new CsvSplitter(delimiter, {
    onRecord: ({ from, to }) => texts.push(head.toString('utf8', from, to)),
    onFault: () => undefined,
  })
  splitter.split(head, head.length)
  if (texts.length < 2) splitter.finish()
  return texts
    .slice(0, MAX_ROWS)
    .filter((text) => text !== '')
    .map((text) => parseCsvRecord(text, delimiter))
}

/** The portal of Sentinel adds the zone to names of times: `TimeGenerated [UTC]`. */
function withoutZone(name: string): string {
  return name.replace(/^\uFEFF/, '').replace(/ \[UTC\]$/, '')
}

function isHeader(columns: readonly string[]): boolean {
  return columns.length > 1 && new Set(columns).size === columns.length && columns.every((name) => COLUMN.test(name))
}
