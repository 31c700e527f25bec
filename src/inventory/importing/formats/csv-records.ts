/** Text with separated values → records, quotes and line breaks inside them included. */

/** One record and the line on which it begins, counted from 1. */
export interface CsvRecord {
  readonly line: number
  readonly cells: readonly string[]
}

/**
 * Reads all records; empty lines are none. A quote that is never closed takes in the rest. Linear in the text.
 *
 * `a;"b;""c"""` with delimiter `;` → cells `a`, `b;"c"`.
 *
 * @source RFC 4180 section 2, with any one-character delimiter
 */
export function readCsvRecords(text: string, delimiter: string): readonly CsvRecord[] {
  const records: CsvRecord[] = []
  let line = 1
  let at = text.startsWith('\uFEFF') ? 1 : 0
  while (at < text.length) {
    const record = readRecord(text, at, delimiter)
    if (record.cells.some((cell) => cell !== '')) records.push({ line, cells: record.cells })
    line += record.lineBreaks
    at = record.next
  }
  return records
}

interface Scanned {
  readonly cells: readonly string[]
  readonly next: number
  readonly lineBreaks: number
}

function readRecord(text: string, from: number, delimiter: string): Scanned {
  const cells: string[] = []
  let at = from
  let lineBreaks = 1
  for (;;) {
    const cell = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at, delimiter)
    cells.push(cell.value.trim())
    lineBreaks += cell.lineBreaks
    at = cell.next
    if (text[at] !== delimiter) break
    at += 1
  }
  if (text[at] === '\r') at += 1
  return { cells, next: at + 1, lineBreaks }
}

interface Cell {
  readonly value: string
  readonly next: number
  readonly lineBreaks: number
}

function readPlain(text: string, from: number, delimiter: string): Cell {
  let at = from
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1
  return { value: text.slice(from, at), next: at, lineBreaks: 0 }
}

/** What stands between a closing quote and the next delimiter is no CSV and is skipped. */
function readQuoted(text: string, from: number): Cell {
  const parts: string[] = []
  let at = from + 1
  for (;;) {
    const end = text.indexOf('"', at)
    parts.push(text.slice(at, end === -1 ? text.length : end))
    if (end === -1) return quoted(parts, text.length)
    if (text[end + 1] !== '"') return quoted(parts, end + 1)
    at = end + 2
  }
}

function quoted(parts: readonly string[], next: number): Cell {
  const value = parts.join('"')
  return { value, next, lineBreaks: value.split('\n').length - 1 }
}
