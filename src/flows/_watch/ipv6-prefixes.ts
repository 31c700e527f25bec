/** IPv6 networks, in one hash table for each prefix length that occurs: an answer takes one look for each length. */
import type { AddressWords } from '../_row/address-words.ts'

/** A set of addresses; of the 129 prefix lengths an inventory uses a handful. */
export class Ipv6Prefixes {
  readonly #tables: PrefixTable[] = []

  /** Adds the network of a prefix; host bits are 0. */
  add(words: AddressWords, prefixLength: number): void {
    let table = this.#tables.find((known) => known.prefixLength === prefixLength)
    if (table === undefined) {
      table = new PrefixTable(prefixLength)
      this.#tables.push(table)
    }
    table.add(words)
  }

  /** Whether an address, as four words (signed or not), is in the set. */
  has(a: number, b: number, c: number, d: number): boolean {
    const tables = this.#tables
    for (let at = 0; at < tables.length; at++) if (tables[at]?.has(a, b, c, d) === true) return true
    return false
  }
}

/** Networks of one length: open addressing, at most half full. Four words a slot, and one that says whether it is taken. */
class PrefixTable {
  readonly prefixLength: number
  readonly #maskA: number
  readonly #maskB: number
  readonly #maskC: number
  readonly #maskD: number
  #slots = new Int32Array(16 * 5)
  #slotMask = 15
  #count = 0

  constructor(prefixLength: number) {
    this.prefixLength = prefixLength
    this.#maskA = wordMask(prefixLength)
    this.#maskB = wordMask(prefixLength - 32)
    this.#maskC = wordMask(prefixLength - 64)
    this.#maskD = wordMask(prefixLength - 96)
  }

  add([a, b, c, d]: AddressWords): void {
    if ((this.#count + 1) * 2 > this.#slotMask) this.#grow()
    const at = this.#find(a | 0, b | 0, c | 0, d | 0)
    if (this.#slots[at + 4] === 1) return
    this.#slots.set([a | 0, b | 0, c | 0, d | 0, 1], at)
    this.#count++
  }

  has(a: number, b: number, c: number, d: number): boolean {
    const at = this.#find(a & this.#maskA, b & this.#maskB, c & this.#maskC, d & this.#maskD)
    return this.#slots[at + 4] === 1
  }

  /** Where these signed words stand, or the free place where they would. */
  #find(a: number, b: number, c: number, d: number): number {
    const slots = this.#slots
    const mixed = Math.imul(a ^ Math.imul(b ^ Math.imul(c ^ Math.imul(d, MIX), MIX), MIX), MIX)
    let slot = (mixed ^ (mixed >>> 15)) & this.#slotMask
    for (;;) {
      const at = slot * 5
      if (slots[at + 4] === 0) return at
      if (slots[at] === a && slots[at + 1] === b && slots[at + 2] === c && slots[at + 3] === d) return at
      slot = (slot + 1) & this.#slotMask
    }
  }

  #grow(): void {
    const old = this.#slots
    this.#slots = new Int32Array(old.length * 2)
    this.#slotMask = this.#slotMask * 2 + 1
    for (let at = 0; at < old.length; at += 5) {
      const [a = 0, b = 0, c = 0, d = 0, taken] = old.subarray(at, at + 5)
      if (taken === 1) this.#slots.set([a, b, c, d, 1], this.#find(a, b, c, d))
    }
  }
}

/** An odd constant near 2^32 / golden ratio. @source Knuth, The Art of Computer Programming, volume 3, 6.4 */
const MIX = 0x9e3779b1

/** The mask of one word of which the first `bits` count. */
function wordMask(bits: number): number {
  if (bits <= 0) return 0
  return bits >= 32 ? -1 : -1 << (32 - bits)
}
