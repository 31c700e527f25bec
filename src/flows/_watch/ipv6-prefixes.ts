/** IPv6 networks, in one hash table for each prefix length that occurs: an answer takes one look for each length. */
import type { AddressWords } from '../_row/address-words.ts'
import type { FlowRow } from '../_row/flow-row.ts'

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

  /** Whether the source of a row is in the set. */
  hasSource(row: FlowRow): boolean {
    const tables = this.#tables
    for (let at = 0; at < tables.length; at++) if (tables[at]?.hasSource(row) === true) return true
    return false
  }
}

/** Networks of one length: open addressing, at most half full. Four words a slot, and one that says whether it is taken. */
class PrefixTable {
  readonly prefixLength: number
  readonly #masks: Int32Array
  /** What is looked for. */
  readonly #wanted = new Int32Array(4)
  #slots = new Int32Array(16 * 5)
  #slotMask = 15
  #count = 0

  constructor(prefixLength: number) {
    this.prefixLength = prefixLength
    this.#masks = Int32Array.of(0, 32, 64, 96).map((before) => wordMask(prefixLength - before))
  }

  add(words: AddressWords): void {
    if ((this.#count + 1) * 2 > this.#slotMask) this.#grow()
    this.#wanted.set(words)
    if (this.#put()) this.#count++
  }

  hasSource({ sourceA, sourceB, sourceC, sourceD }: FlowRow): boolean {
    const masks = this.#masks
    const wanted = this.#wanted
    wanted[0] = sourceA & (masks[0] ?? 0)
    wanted[1] = sourceB & (masks[1] ?? 0)
    wanted[2] = sourceC & (masks[2] ?? 0)
    wanted[3] = sourceD & (masks[3] ?? 0)
    return this.#slots[this.#find() + 4] === 1
  }

  #put(): boolean {
    const at = this.#find()
    if (this.#slots[at + 4] === 1) return false
    this.#slots.set(this.#wanted, at)
    this.#slots[at + 4] = 1
    return true
  }

  /** Where the wanted words stand, or the free place where they would. */
  #find(): number {
    const slots = this.#slots
    const wanted = this.#wanted
    const a = wanted[0] ?? 0
    const b = wanted[1] ?? 0
    const c = wanted[2] ?? 0
    const d = wanted[3] ?? 0
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
      if (old[at + 4] === 0) continue
      this.#wanted.set(old.subarray(at, at + 4))
      this.#put()
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
