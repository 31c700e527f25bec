/** Samples of a datagram and records of a sample: a count, then so many times a format, a length and as many bytes. */

/** Format and length. */
const HEAD_LENGTH = 8

/**
 * Goes through one such list. The same object goes through list after list, so that none costs an object.
 *
 * ```ts
 * records.begin(view, countAt, end)
 * while (records.next()) read(records.format, records.from, records.to)
 * if (records.isCut) sink.count('malformed')
 * ```
 *
 * @source sFlow version 5 section 5: format is the enterprise in 20 bits and its number in 12; RFC 4506 section 4.10: each is
 * filled up to a multiple of 4 bytes
 */
export class Structures {
  /** 1 is format 1 of enterprise 0. */
  format = 0
  /** First byte behind the length, and the first that is not the structure's any more. */
  from = 0
  to = 0
  /** The rest of the list does not fit: its count or a length is not true. */
  isCut = false
  /** Where the next one stands; after the last, the first byte behind the list. */
  nextAt = 0
  #view: DataView = new DataView(new ArrayBuffer(0))
  #end = 0
  #left = 0

  /** Starts before the first; the count stands at `countAt`, and nothing of the list at `end` or behind. */
  begin(view: DataView, countAt: number, end: number): void {
    this.#view = view
    this.#end = end
    this.#left = view.getUint32(countAt)
    this.nextAt = countAt + 4
    this.isCut = false
  }

  /** Moves on; false behind the last, and where the list is cut. */
  next(): boolean {
    if (this.#left === 0) return false
    this.#left--
    const from = this.nextAt + HEAD_LENGTH
    const end = this.#end
    const length = from <= end ? this.#view.getUint32(from - 4) : 0
    if (from + length > end) {
      this.isCut = true
      return false
    }
    this.format = this.#view.getUint32(from - HEAD_LENGTH)
    this.from = from
    this.to = from + length
    this.nextAt = Math.min(end, from + length + (-length & 3))
    return true
  }
}
