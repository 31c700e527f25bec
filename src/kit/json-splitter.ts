/**
 * Cuts a stream of bytes into the objects that are its records without parsing them: JSON lines, objects one after the
 * other, a top-level array, or a wrapper such as `{"Records":[…]}`. Goes on behind what is broken or too large.
 */

/** A larger record is passed over; audit records stay far below (CloudTrail: 256 KiB). */
export const MAX_RECORD_BYTES = 8 * 1024 * 1024

/** Members of an object whose array of objects holds the records; compared without case. */
const WRAPPERS: ReadonlySet<string> = new Set(
  'records events value items logevents entries result results issues hits'.split(' '),
)

/** An answer of Elasticsearch holds its records in `{"hits":{"hits":[…]}}`, that of Kibana one object deeper. */
const DEEP_WRAPPER = 'hits'
const MAX_WRAPPER_DEPTH = 3

/** Longest wrapper name with its quotes. */
const MAX_KEY_BYTES = 16

const LINE_FEED = 0x0a
const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_LIST = 0x5b
const BACKSLASH = 0x5c
const CLOSE_LIST = 0x5d
const OPEN = 0x7b
const CLOSE = 0x7d

/** Bytes to stop at: inside strings, inside a record, and between records (where anything but blanks and commas is odd). */
const inString = table((byte) => byte === QUOTE || byte === BACKSLASH || byte === LINE_FEED)
const inRecord = table((byte) => [QUOTE, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST, LINE_FEED].includes(byte))
const between = table((byte) => byte === LINE_FEED || !(isBlank(byte) || byte === COMMA))

/** A depth at which no record starts: the tail of a wrapper. */
const NOWHERE = -1

/** Stands for the place of a record whose bytes were given up. */
const GIVEN_UP = Number.NEGATIVE_INFINITY

/** Where a record lies in the window, and where it stands in the input. Lines count from 1. */
export interface SplitRecord {
  readonly from: number
  readonly to: number
  readonly offset: number
  readonly firstLine: number
  readonly lastLine: number
}

/** `broken`: cannot be JSON; `too-large`: over {@link MAX_RECORD_BYTES}; `stray`: a line with something between records. */
export type SplitFault = 'broken' | 'too-large' | 'stray'

/** Who is told of records and faults, in their order. */
export interface SplitHandlers {
  readonly onRecord: (record: SplitRecord) => void
  readonly onFault: (fault: SplitFault, line: number) => void
}

/** The object being looked at; `from` is far below zero once its bytes were given up. */
interface OpenRecord {
  readonly line: number
  from: number
}

/** Looks at each byte once: {@link split} a window, {@link release} what is not needed any more, add bytes, again. */
export class JsonSplitter {
  readonly #handlers: SplitHandlers
  #bytes: Buffer = Buffer.alloc(0)
  /** Next byte to look at, in the window; and the offset in the input of the window's first byte. */
  #at = 0
  #offset = 0
  #line = 1
  #strayLine = 0
  #depth = 0
  #insideString = false
  #escaped = false
  #stringFrom = 0
  /** How deep in a record the list may stand that the last string names, 0 for none; the last opening was such a list. */
  #wrapperReach = 0
  #wrapperOpened = false
  #record: OpenRecord | undefined
  /** The depth at which records start. */
  #recordDepth = 0
  /** Depth of the object whose list holds the records, if one does. */
  #wrapperDepth: number | undefined
  /** The last byte before the window that is not blank. */
  #before: number | undefined

  constructor(handlers: SplitHandlers) {
    this.#handlers = handlers
  }

  /** Looks at the window's bytes up to `filled`, from where the last call ended. */
  split(bytes: Buffer, filled: number): void {
    this.#bytes = bytes
    while (this.#at < filled) {
      if (this.#escaped) this.#passEscaped()
      this.#at = this.#skip(filled)
      if (this.#at >= filled) return
      if (this.#insideString) this.#stringToken()
      else this.#token()
    }
  }

  /** How many bytes at the window's start may be dropped; the caller moves the rest there. */
  release(filled: number): number {
    if (this.#record !== undefined && this.#sizeOf(this.#record) > MAX_RECORD_BYTES) this.#giveUp(this.#record)
    const looked = Math.min(this.#at, filled)
    const keptString = this.#insideString && this.#at - this.#stringFrom <= MAX_KEY_BYTES ? this.#stringFrom : looked
    const drop = Math.max(
      0,
      Math.min(keptString, this.#record === undefined || this.#record.from < 0 ? looked : this.#record.from),
    )
    this.#before = this.#lastSignificant(drop)
    this.#at -= drop
    this.#stringFrom -= drop
    this.#offset += drop
    if (this.#record !== undefined) this.#record.from -= drop
    return drop
  }

  /** After the last byte: the line where an unfinished record or list starts, undefined when all is complete. */
  finish(): number | undefined {
    const line = this.#record?.line ?? (this.#depth > 0 ? this.#line : undefined)
    this.#breakOff()
    return line
  }

  #skip(filled: number): number {
    const stops = this.#insideString ? inString : this.#isBetween() ? between : inRecord
    let at = this.#at
    while (at < filled && stops[this.#bytes[at] ?? 0] === 0) at += 1
    return at
  }

  #isBetween(): boolean {
    return this.#record === undefined && this.#depth === this.#recordDepth
  }

  #passEscaped(): void {
    this.#escaped = false
    if (this.#bytes[this.#at] !== LINE_FEED) this.#at += 1
  }

  /** A line feed cannot stand inside a JSON string: whatever this was, it ends here. */
  #stringToken(): void {
    const byte = this.#bytes[this.#at]
    if (byte === LINE_FEED) return this.#breakOff()
    this.#escaped = byte === BACKSLASH
    this.#insideString = this.#escaped
    if (byte === QUOTE) this.#wrapperReach = this.#reachOfName()
    this.#at += 1
  }

  #token(): void {
    const byte = this.#bytes[this.#at]
    if (byte === LINE_FEED) this.#line += 1
    else if (byte === OPEN) this.#open()
    else if (byte === OPEN_LIST) this.#openList()
    else if (byte === CLOSE || byte === CLOSE_LIST) this.#close()
    else this.#stringOrStray(byte === QUOTE)
    this.#at += 1
  }

  #stringOrStray(quote: boolean): void {
    if (this.#isBetween() && !this.#isByteOrderMark()) this.#stray()
    this.#wrapperOpened = false
    this.#insideString = quote
    this.#stringFrom = this.#at
  }

  #open(): void {
    const before = this.#lastSignificant(this.#at)
    if (!this.#isBetween() && before !== COMMA && before !== COLON && before !== OPEN_LIST) this.#breakOff()
    if (this.#wrapperOpened && before === OPEN_LIST) this.#enterWrapper()
    this.#wrapperOpened = false
    if (this.#isBetween()) this.#record = { from: this.#at, line: this.#line }
    this.#depth += 1
  }

  /** What looked like a record is only the wrapper of those that follow. */
  #enterWrapper(): void {
    this.#wrapperDepth ??= this.#recordDepth
    this.#record = undefined
    this.#recordDepth = this.#depth
  }

  #openList(): void {
    this.#wrapperOpened = this.#lastSignificant(this.#at) === COLON && this.#mayWrap()
    this.#wrapperReach = 0
    if (this.#isBetween()) {
      if (this.#depth > 0) this.#stray()
      else this.#recordDepth = 1
    }
    this.#depth += 1
  }

  /** Only a member of a record as a whole, or of the wrapper again, can be a wrapper's list. */
  #mayWrap(): boolean {
    if (this.#wrapperReach === 0) return false
    if (this.#wrapperDepth !== undefined) return this.#record === undefined && this.#depth === this.#wrapperDepth + 1
    return (
      this.#record !== undefined &&
      this.#depth <= this.#recordDepth + this.#wrapperReach &&
      this.#sizeOf(this.#record) <= MAX_RECORD_BYTES
    )
  }

  #close(): void {
    this.#wrapperOpened = false
    this.#depth = Math.max(0, this.#depth - 1)
    if (this.#record !== undefined && this.#depth <= this.#recordDepth) this.#endRecord(this.#record)
    else if (this.#record === undefined) this.#leave()
  }

  #leave(): void {
    if (this.#depth === this.#wrapperDepth || this.#depth === 0) {
      this.#recordDepth = this.#depth
      this.#wrapperDepth = undefined
    } else if (this.#depth < this.#recordDepth) this.#recordDepth = NOWHERE
  }

  #endRecord(record: OpenRecord): void {
    this.#record = undefined
    const to = this.#at + 1
    if (to - record.from > MAX_RECORD_BYTES) this.#fault('too-large', record)
    else {
      const offset = this.#offset + record.from
      this.#handlers.onRecord({ from: record.from, to, offset, firstLine: record.line, lastLine: this.#line })
    }
  }

  /** Forgets all nesting: the next `{` starts a record. */
  #breakOff(): void {
    if (this.#record !== undefined)
      this.#fault(this.#sizeOf(this.#record) > MAX_RECORD_BYTES ? 'too-large' : 'broken', this.#record)
    this.#record = undefined
    this.#wrapperDepth = undefined
    this.#wrapperOpened = false
    this.#insideString = false
    this.#depth = 0
    this.#recordDepth = 0
  }

  /** Reports a record once; one that was given up was reported then. */
  #fault(fault: SplitFault, record: OpenRecord): void {
    if (record.from !== GIVEN_UP) this.#handlers.onFault(fault, record.line)
  }

  #giveUp(record: OpenRecord): void {
    this.#fault('too-large', record)
    record.from = GIVEN_UP
  }

  /** Some exports start with one in UTF-8: ef bb bf. */
  #isByteOrderMark(): boolean {
    return this.#offset + this.#at < 3 && (this.#bytes[this.#at] ?? 0) >= 0xbb
  }

  #stray(): void {
    if (this.#strayLine !== this.#line) this.#handlers.onFault('stray', this.#line)
    this.#strayLine = this.#line
  }

  #sizeOf(record: OpenRecord): number {
    return this.#at - record.from
  }

  #reachOfName(): number {
    const [from, to] = [this.#stringFrom + 1, this.#at]
    if (from <= 0 || to - from > MAX_KEY_BYTES) return 0
    const name = this.#bytes.toString('latin1', from, to).toLowerCase()
    return name === DEEP_WRAPPER ? MAX_WRAPPER_DEPTH : Number(WRAPPERS.has(name))
  }

  /** The last byte before a position that is not blank. */
  #lastSignificant(before: number): number | undefined {
    for (let at = before - 1; at >= 0; at--) {
      const byte = this.#bytes[at] ?? 0
      if (!isBlank(byte)) return byte
    }
    return this.#before
  }
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)
}

function table(stops: (byte: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => (stops(byte) ? 1 : 0))
}
