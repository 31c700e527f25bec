/** Which lines or records of an input are sampled: a fixed grid of its offsets, so that the same bytes give the same sample. */

/** The first line or record that starts in each block of this size is sampled. */
const GRID_BYTES = 64 * 1024

/** Up to here all are sampled: small inputs are heard whole. */
const DENSE_BYTES = 1024 * 1024

/** The grid over one input. */
export class SampleGrid {
  #next = 0

  /** What starts at this offset or later is sampled next. */
  get next(): number {
    return this.#next
  }

  /** Whether what starts at this offset is sampled; to be asked in the order of offsets. */
  take(offset: number): boolean {
    if (offset < this.#next) return false
    if (offset >= DENSE_BYTES) this.#next = (Math.floor(offset / GRID_BYTES) + 1) * GRID_BYTES
    return true
  }
}
