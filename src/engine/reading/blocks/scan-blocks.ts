/**
 * Goes over the records of several lines of an input, each ended by an empty line: selects those with a needle, visits all, counts
 * their lines. The answer depends on the bytes alone, never on how they were cut into chunks.
 */
import type { NeedleScanner } from '../../../kit/needles/needle-scanner.ts'
import type { ByteFeed } from '../byte-feed.ts'
import type { Window } from '../input-reading.ts'
import { SampleGrid } from '../sample-grid.ts'

/** A longer record is given up: no server writes one, and it would have to be held whole. */
export const MAX_BLOCK_BYTES = 1024 * 1024
export const MAX_BLOCK_LINES = 4096

/** A record of which more than this is held without an end is longer than {@link MAX_BLOCK_BYTES}, whatever its line ends. */
const MAX_HELD_BYTES = MAX_BLOCK_BYTES + 4

const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const END = Buffer.from('\n\n')
const CRLF_END = Buffer.from('\n\r\n')

/** A record to look at; `bytes[from, to)` is without its last line end, and stays valid until the visit returns. */
export interface VisitedBlock {
  readonly bytes: Buffer
  readonly from: number
  readonly to: number
  /** Lines count from 1 in the input. */
  readonly firstLine: number
  readonly lastLine: number
  /** Of the record's first byte in the input. */
  readonly offset: number
  readonly selected: boolean
  readonly sampled: boolean
  /** Longer than the bounds: what is at hand is not the whole. */
  readonly tooLong: boolean
}

/** What to look for and whom to show it to. */
export interface BlockScanOptions {
  readonly scanner: NeedleScanner
  readonly visit: (block: VisitedBlock) => void
  /** Called after each window: the time to hand over what was found. */
  readonly afterWindow: () => Promise<void>
}

/** Reads an input to its end; `filled` bytes of it are already at the start of `window`. Holds 2 MiB at most. */
export async function scanBlocks(feed: ByteFeed, window: Window, options: BlockScanOptions): Promise<void> {
  const scan = new BlockScan(options)
  let { bytes, filled } = window
  for (;;) {
    const done = scan.blocks(bytes.subarray(0, filled))
    await options.afterWindow()
    bytes.copyWithin(0, done, filled)
    filled -= done
    if (filled === bytes.length) bytes = twice(bytes)
    const read = await feed.read(bytes.subarray(filled))
    if (read === 0) break
    filled += read
  }
  scan.finish(bytes.subarray(0, filled))
  await options.afterWindow()
}

function twice(bytes: Buffer): Buffer {
  const grown = Buffer.from(new ArrayBuffer(bytes.length * 2))
  bytes.copy(grown)
  return grown
}

/** The start of a record whose beginning was given up because it is too long. */
interface GivenUp {
  readonly firstLine: number
  readonly offset: number
}

class BlockScan {
  readonly #options: BlockScanOptions
  readonly #grid = new SampleGrid()
  /** Line feeds before the bytes at hand, and their offset in the input. */
  #newlines = 0
  #offset = 0
  /** How many of the bytes at hand were searched for an end before. */
  #searched = 0
  #givenUp: GivenUp | undefined

  constructor(options: BlockScanOptions) {
    this.#options = options
  }

  /** Visits the whole records of these bytes; returns how many bytes are done with, the others are to come again with more. */
  blocks(bytes: Buffer): number {
    const ends = new EndFinder(bytes)
    let at = 0
    for (;;) {
      at = this.#skipEmptyLines(bytes, at)
      const end = ends.after(Math.max(at, this.#searched - END.length))
      this.#searched = 0
      if (end === -1) break
      this.#visit(bytes, at, end)
      at = end + 1
    }
    if (bytes.length - at > MAX_HELD_BYTES || this.#givenUp !== undefined) at = this.#giveUp(bytes, at)
    this.#searched = bytes.length - at
    this.#offset += at
    return at
  }

  /** Visits the last record, which no empty line ends. */
  finish(bytes: Buffer): void {
    const from = this.#skipEmptyLines(bytes, 0)
    const end = bytes.at(-1) === LINE_FEED ? bytes.length - 1 : bytes.length
    const to = bytes[end - 1] === CARRIAGE_RETURN ? end - 1 : end
    if (to > from || this.#givenUp !== undefined) this.#visit(bytes, from, Math.max(from, end))
  }

  /** Inside a record that is given up no line is empty. */
  #skipEmptyLines(bytes: Buffer, from: number): number {
    let at = from
    if (this.#givenUp !== undefined) return at
    for (; at < bytes.length; at++) {
      if (bytes[at] === CARRIAGE_RETURN && bytes[at + 1] === LINE_FEED) at += 1
      if (bytes[at] !== LINE_FEED) break
      this.#newlines += 1
    }
    return at
  }

  /** Visits the record whose last line ends at `end`, and counts its line feeds with the last one. */
  #visit(bytes: Buffer, from: number, end: number): void {
    const { scanner, visit } = this.#options
    const to = end > from && bytes[end - 1] === CARRIAGE_RETURN ? end - 1 : end
    const found = scanner.find(bytes, from, to)
    const inside = scanner.newlines + (found === -1 ? 0 : countLineFeeds(bytes, found, to))
    const start = this.#givenUp ?? { firstLine: this.#newlines + 1, offset: this.#offset + from }
    const lastLine = this.#newlines + inside + 1
    visit({
      bytes,
      from,
      to,
      ...start,
      lastLine,
      selected: found !== -1,
      sampled: this.#grid.take(start.offset),
      tooLong:
        this.#givenUp !== undefined || to - from > MAX_BLOCK_BYTES || lastLine - start.firstLine >= MAX_BLOCK_LINES,
    })
    this.#givenUp = undefined
    this.#newlines = lastLine
  }

  /** Lets go of a record's bytes up to what may be the beginning of its end. */
  #giveUp(bytes: Buffer, from: number): number {
    this.#givenUp ??= { firstLine: this.#newlines + 1, offset: this.#offset + from }
    const to = Math.max(from, bytes.length - CRLF_END.length)
    this.#newlines += countLineFeeds(bytes, from, to)
    return to
  }
}

/** Finds where records end; remembers that there is no further end of one form, so that bytes are searched once for each. */
class EndFinder {
  readonly #bytes: Buffer
  #plain = -2
  #crlf = -2

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  /** The line feed that ends the last line of the record that `from` is in; -1 when there is none. */
  after(from: number): number {
    this.#plain = this.#next(END, this.#plain, from)
    this.#crlf = this.#next(CRLF_END, this.#crlf, from)
    if (this.#plain === -1 || this.#crlf === -1) return Math.max(this.#plain, this.#crlf)
    return Math.min(this.#plain, this.#crlf)
  }

  #next(end: Buffer, known: number, from: number): number {
    return known === -1 || known >= from ? known : this.#bytes.indexOf(end, from)
  }
}

function countLineFeeds(bytes: Uint8Array, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) if (bytes[at] === LINE_FEED) count += 1
  return count
}
