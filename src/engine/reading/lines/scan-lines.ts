/**
 * Goes over the lines of an input in windows: selects those with a needle, visits a sample on a fixed grid, counts all.
 * The answer depends on the bytes alone, never on how they were cut into chunks.
 */
import type { NeedleScanner } from '../../../kit/needles/needle-scanner.ts'
import type { ByteFeed } from '../byte-feed.ts'
import type { Window } from '../input-reading.ts'
import { SampleGrid } from '../sample-grid.ts'

/** Lines are read up to here; a longer one is cut for reading, but looked through for needles to its end. */
export const MAX_LINE_BYTES = 64 * 1024

/** A line of which this much is held without an end is squeezed: its middle is looked through and given up. */
const MAX_HELD_BYTES = 512 * 1024

/** Bytes kept before the gap's end, so that no needle is cut in two; no needle is this long. */
const OVERLAP_BYTES = 4096

const LINE_FEED = 10

/** A line to look at; `bytes[from, to)` is without its line end, and stays valid until the visit returns. */
export interface VisitedLine {
  readonly bytes: Buffer
  readonly from: number
  readonly to: number
  /** Counts from 1 in the input. */
  readonly number: number
  /** Of the line's first byte in the input. */
  readonly offset: number
  readonly selected: boolean
  readonly sampled: boolean
  /** Longer than {@link MAX_LINE_BYTES}. */
  readonly long: boolean
}

/** What to look for and whom to show it to. */
export interface LineScanOptions {
  readonly scanner: NeedleScanner
  /** Visits every line instead of the selected and sampled ones. */
  readonly every: boolean
  readonly visit: (line: VisitedLine) => void
  /** Called after each window: the time to hand over what was found. */
  readonly afterWindow: () => Promise<void>
}

/** Reads an input to its end; `filled` bytes of it are already at the start of `window`. Returns its number of lines. */
export async function scanLines(feed: ByteFeed, window: Window, options: LineScanOptions): Promise<number> {
  const scan = new LineScan(window.bytes, options)
  let { filled } = window
  let looked = 0
  for (;;) {
    const end = looked + window.bytes.subarray(looked, filled).lastIndexOf(LINE_FEED) + 1
    if (end > looked) {
      scan.lines(end)
      window.bytes.copyWithin(0, end, filled)
      filled -= end
      await options.afterWindow()
    }
    if (filled > MAX_HELD_BYTES) filled = scan.squeeze(filled)
    looked = filled
    const bytes = await feed.read(window.bytes.subarray(filled))
    if (bytes === 0) break
    filled += bytes
  }
  if (filled > 0) scan.lines(filled)
  await options.afterWindow()
  return scan.finished(filled > 0)
}

class LineScan {
  readonly #bytes: Buffer
  readonly #options: LineScanOptions
  #newlines = 0
  /** Offset in the input of the window's first byte. */
  #offset = 0
  readonly #grid = new SampleGrid()
  /** Bytes given up of the line at the window's start, and whether a needle was among them. */
  #squeezed = { bytes: 0, selected: false }

  constructor(bytes: Buffer, options: LineScanOptions) {
    this.#bytes = bytes
    this.#options = options
  }

  finished(unterminated: boolean): number {
    return this.#newlines + (unterminated ? 1 : 0)
  }

  /** Goes over the window's first `end` bytes: whole lines, or at the end of the input also an unfinished one. */
  lines(end: number): void {
    let at = this.#squeezed.bytes > 0 ? this.#squeezedLine(end) : 0
    while (at < end) {
      const sampleAt = this.#nextSample(at, end)
      this.#selected(at, sampleAt)
      at = sampleAt < end ? this.#whole(sampleAt, end) : end
    }
    this.#offset += end
  }

  /** Gives up the middle of an endless line; returns how much of the window is still filled. */
  squeeze(filled: number): number {
    const found = this.#options.scanner.find(this.#bytes, 0, filled) !== -1
    const kept = MAX_LINE_BYTES + 1 + OVERLAP_BYTES
    this.#bytes[MAX_LINE_BYTES] = 0
    this.#bytes.copyWithin(MAX_LINE_BYTES + 1, filled - OVERLAP_BYTES, filled)
    this.#squeezed = { bytes: this.#squeezed.bytes + filled - kept, selected: this.#squeezed.selected || found }
    return kept
  }

  #squeezedLine(end: number): number {
    const { bytes, selected } = this.#squeezed
    this.#squeezed = { bytes: 0, selected: false }
    const next = this.#whole(0, end, selected)
    this.#offset += bytes
    return next
  }

  /** Where the next sampled line starts: at a line start from `at`, or `end`. */
  #nextSample(at: number, end: number): number {
    if (this.#options.every || this.#offset + at >= this.#grid.next) return at
    const inside = this.#grid.next - this.#offset
    if (inside >= end) return end
    const before = this.#bytes.indexOf(LINE_FEED, inside - 1)
    return before === -1 || before + 1 >= end ? end : before + 1
  }

  /** Visits the selected lines of a run of lines. */
  #selected(from: number, to: number): void {
    const { scanner } = this.#options
    let at = from
    while (at < to) {
      const found = scanner.find(this.#bytes, at, to)
      this.#newlines += scanner.newlines
      if (found === -1) return
      const start = Math.max(at, this.#bytes.lastIndexOf(LINE_FEED, found) + 1)
      at = this.#visit(start, this.#lineEnd(found, to), { end: to, selected: true, sampled: false })
    }
  }

  /** Visits one line whatever it holds, and moves the grid when it stands on it. Returns where the next line starts. */
  #whole(start: number, end: number, selected = false): number {
    const sampled = this.#grid.take(this.#offset + start)
    const to = this.#lineEnd(start, end)
    const found = selected || this.#options.scanner.find(this.#bytes, start, to) !== -1
    return this.#visit(start, to, { end, selected: found, sampled })
  }

  #visit(from: number, lineEnd: number, about: { end: number; selected: boolean; sampled: boolean }): number {
    const { end, selected, sampled } = about
    const to = lineEnd > from && this.#bytes[lineEnd - 1] === 13 ? lineEnd - 1 : lineEnd
    const [number, offset] = [this.#newlines + 1, this.#offset + from]
    this.#options.visit({
      bytes: this.#bytes,
      from,
      to,
      number,
      offset,
      selected,
      sampled,
      long: to - from > MAX_LINE_BYTES,
    })
    if (lineEnd < end) this.#newlines += 1
    return lineEnd + 1
  }

  #lineEnd(from: number, end: number): number {
    const found = this.#bytes.indexOf(LINE_FEED, from)
    return found === -1 || found > end ? end : found
  }
}
