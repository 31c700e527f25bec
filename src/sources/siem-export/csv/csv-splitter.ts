/** Cuts a stream of bytes into the records of a table, line ends within quotes included, without taking them apart. */

/** A larger record is passed over. */
export const MAX_CSV_RECORD_BYTES = 8 * 1024 * 1024

const LINE_FEED = 0x0a
const QUOTE = 0x22

/** Where a record lies in the window, without its line end. */
export interface CsvRecord {
  readonly from: number
  readonly to: number
}

/** Who is told of records, and of lines that cannot be one: a quote without an end. */
export interface CsvHandlers {
  readonly onRecord: (record: CsvRecord) => void
  readonly onFault: () => void
}

/**
 * Looks at a window of bytes: {@link split} it, {@link release} what is not needed any more, add bytes, again.
 *
 * @source RFC 4180, section 2; line feeds alone end records, too
 */
export class CsvSplitter {
  readonly #delimiter: number
  readonly #handlers: CsvHandlers
  #bytes: Buffer = Buffer.alloc(0)
  #filled = 0
  /** Start of the record that is looked at, and the next byte to look at. */
  #from = 0
  #at = 0
  #quoted = false
  /** A quote opens at the start of a field, and doubles behind a quote that seemed to close. */
  #mayQuote = true
  /** The line that has a quote without an end is passed over by its line end alone. */
  #ignoresQuotes = false

  constructor(delimiter: string, handlers: CsvHandlers) {
    this.#delimiter = delimiter.charCodeAt(0)
    this.#handlers = handlers
  }

  split(bytes: Buffer, filled: number): void {
    this.#bytes = bytes
    this.#filled = filled
    for (; this.#at < filled; this.#at++) this.#look(bytes[this.#at] ?? 0)
    if (filled - this.#from > MAX_CSV_RECORD_BYTES) this.#giveUp()
  }

  /** How many bytes at the window's start may be dropped; the caller moves the rest there. */
  release(): number {
    const drop = this.#from
    this.#at -= drop
    this.#filled -= drop
    this.#from = 0
    return drop
  }

  /**
   * After the last byte: hands over the record that no line end ended. True when the bytes end inside quotes; the line that opened them
   * is passed over, so that a quote without an end hides one line.
   */
  finish(): boolean {
    const isOpen = this.#quoted
    if (isOpen) this.#giveUp()
    if (this.#from < this.#filled) this.#handlers.onRecord({ from: this.#from, to: this.#filled })
    this.#from = this.#filled
    return isOpen
  }

  #look(byte: number): void {
    if (this.#quoted) {
      if (byte !== QUOTE) return
      this.#quoted = false
      this.#mayQuote = true
    } else if (byte === LINE_FEED) this.#end()
    else {
      this.#quoted = byte === QUOTE && this.#mayQuote && !this.#ignoresQuotes
      this.#mayQuote = byte === this.#delimiter
    }
  }

  #end(): void {
    const to = this.#at > this.#from && this.#bytes[this.#at - 1] === 0x0d ? this.#at - 1 : this.#at
    if (this.#ignoresQuotes) this.#handlers.onFault()
    else this.#handlers.onRecord({ from: this.#from, to })
    this.#from = this.#at + 1
    this.#mayQuote = true
    this.#ignoresQuotes = false
  }

  /** Starts again at the record's start, this time as one line whatever its quotes; an endless line is dropped as it comes. */
  #giveUp(): void {
    const hasLineEnd = this.#bytes.subarray(this.#from, this.#filled).includes(LINE_FEED)
    this.#quoted = false
    this.#ignoresQuotes = true
    if (hasLineEnd) {
      this.#at = this.#from
      this.split(this.#bytes, this.#filled)
    } else this.#from = this.#filled
  }
}

/** The fields of one record: `a,"b, ""c"""` → `['a', 'b, "c"']`. Text behind a closing quote is kept. */
export function parseCsvRecord(record: string, delimiter: string): readonly string[] {
  const fields: string[] = []
  for (let at = 0; at <= record.length; ) {
    const field = record.charCodeAt(at) === QUOTE ? quotedField(record, at) : { text: '', end: at }
    const next = record.indexOf(delimiter, field.end)
    const end = next === -1 ? record.length : next
    fields.push(field.text + record.slice(field.end, end))
    at = end + 1
  }
  return fields
}

function quotedField(record: string, from: number): { readonly text: string; readonly end: number } {
  let text = ''
  for (let at = from + 1; ; ) {
    const quote = record.indexOf('"', at)
    if (quote === -1) return { text: text + record.slice(at), end: record.length }
    text += record.slice(at, quote)
    if (record.charCodeAt(quote + 1) !== QUOTE) return { text, end: quote + 1 }
    text += '"'
    at = quote + 2
  }
}
