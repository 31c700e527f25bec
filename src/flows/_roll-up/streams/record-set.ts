/** The records that were counted: a set of 48-bit hashes within streams, as numbers. */

/** A set of (record hash, stream number) pairs; 8 bytes each, at most half full. Stream numbers are 1 to 65,535. */
export class RecordSet {
  #slots = new Uint32Array(2 * 1024)
  #slotMask = 1023
  #size = 0

  get size(): number {
    return this.#size
  }

  /** Adds a record by its 12 hex digits; false when it was there. */
  add(hash: string, stream: number): boolean {
    if ((this.#size + 1) * 2 > this.#slotMask) this.#grow()
    const high = ((Number.parseInt(hash.slice(0, 4), 16) << 16) | stream) >>> 0
    const isNew = this.#put(Number.parseInt(hash.slice(4), 16) >>> 0, high)
    if (isNew) this.#size++
    return isNew
  }

  #put(low: number, high: number): boolean {
    const slots = this.#slots
    let slot = (low ^ Math.imul(high, 0x9e3779b1)) & this.#slotMask
    for (;;) {
      const at = slot * 2
      // The stream number makes `high` positive where a place is taken.
      if (slots[at + 1] === 0) {
        slots[at] = low
        slots[at + 1] = high
        return true
      }
      if (slots[at] === low && slots[at + 1] === high) return false
      slot = (slot + 1) & this.#slotMask
    }
  }

  #grow(): void {
    const old = this.#slots
    this.#slots = new Uint32Array(old.length * 2)
    this.#slotMask = this.#slotMask * 2 + 1
    for (let at = 0; at < old.length; at += 2) {
      const high = old[at + 1] ?? 0
      if (high !== 0) this.#put(old[at] ?? 0, high)
    }
  }
}
