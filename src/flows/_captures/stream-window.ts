/** The bytes of a stream that are at hand: pushes of any size are copied into one buffer, so that nothing depends on how they were cut. */

/** Holds the largest unit that readers ask for, twice. */
const CAPACITY_BYTES = 1024 * 1024

/** A view over a stream. Readers look at `bytes[from, to)` and say how much they took. */
export class StreamWindow {
  readonly bytes = new Uint8Array(new ArrayBuffer(CAPACITY_BYTES))
  readonly view = new DataView(this.bytes.buffer)
  from = 0
  to = 0
  /** Bytes of the input before `bytes[0]`. */
  #before = 0
  /** Bytes to be dropped that were not there yet. */
  #owed = 0

  /** Bytes at hand. */
  get length(): number {
    return this.to - this.from
  }

  /** Where `bytes[from]` stands in the input. */
  get offset(): number {
    return this.#before + this.from
  }

  /** Whether more bytes were taken than have come. */
  get isOwed(): boolean {
    return this.#owed > 0
  }

  /** Copies as much as fits of `bytes` from `start`; returns how much that was. */
  fill(bytes: Uint8Array, start: number): number {
    this.#compact()
    const count = Math.min(bytes.length - start, CAPACITY_BYTES - this.to)
    this.bytes.set(bytes.subarray(start, start + count), this.to)
    this.to += count
    this.take(this.#owed)
    return count
  }

  /** Drops this many bytes, also those that are still to come. */
  take(count: number): void {
    const there = Math.min(count, this.length)
    this.from += there
    this.#owed = count - there
  }

  #compact(): void {
    this.bytes.copyWithin(0, this.from, this.to)
    this.#before += this.from
    this.to -= this.from
    this.from = 0
  }
}
