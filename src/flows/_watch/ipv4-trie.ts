/** IPv4 networks of any length as three tables, of 16, 8 and 8 bits: an answer takes at most three reads. */

/** Of a table's entry: nothing below it is in the set, or everything. Positive entries are the number of the next table. */
const NONE = 0
const ALL = -1

/** Words of 32 bits that hold one bit for each address of a /24. */
const WORDS_PER_LEAF = 8

/** A set of addresses. 256 KiB, and 1 KiB for each /16 in which networks longer than that lie. */
export class Ipv4Trie {
  readonly #top = new Int32Array(65_536)
  #middle = new Int32Array(256)
  #middles = 1
  #leaves = new Uint32Array(WORDS_PER_LEAF)
  #leafCount = 1

  /** Adds the network of a prefix; host bits are 0. */
  add(base: number, prefixLength: number): void {
    const high = base >>> 16
    if (prefixLength <= 16) {
      this.#top.fill(ALL, high, high + 2 ** (16 - prefixLength))
      return
    }
    if (this.#top[high] === ALL) return
    const middle = this.#middleOf(high)
    const at = middle * 256 + ((base >>> 8) & 255)
    if (prefixLength <= 24) this.#middle.fill(ALL, at, at + 2 ** (24 - prefixLength))
    else if (this.#middle[at] !== ALL) this.#fillLeaf(this.#leafOf(at), base & 255, 2 ** (32 - prefixLength))
  }

  /** Whether an address, signed or not, is in the set. */
  has(address: number): boolean {
    const middle = this.#top[address >>> 16] ?? NONE
    if (middle <= NONE) return middle === ALL
    const leaf = this.#middle[middle * 256 + ((address >>> 8) & 255)] ?? NONE
    if (leaf <= NONE) return leaf === ALL
    return (((this.#leaves[leaf * WORDS_PER_LEAF + ((address >>> 5) & 7)] ?? 0) >>> (address & 31)) & 1) === 1
  }

  #middleOf(high: number): number {
    const known = this.#top[high] ?? NONE
    if (known !== NONE) return known
    const made = this.#middles++
    if (made * 256 >= this.#middle.length) this.#middle = grown(this.#middle, new Int32Array(this.#middle.length * 2))
    this.#top[high] = made
    return made
  }

  #leafOf(at: number): number {
    const known = this.#middle[at] ?? NONE
    if (known !== NONE) return known
    const made = this.#leafCount++
    if (made * WORDS_PER_LEAF >= this.#leaves.length)
      this.#leaves = grown(this.#leaves, new Uint32Array(this.#leaves.length * 2))
    this.#middle[at] = made
    return made
  }

  #fillLeaf(leaf: number, from: number, count: number): void {
    for (let host = from; host < from + count; host++) {
      const word = leaf * WORDS_PER_LEAF + (host >>> 5)
      this.#leaves[word] = (this.#leaves[word] ?? 0) | (1 << (host & 31))
    }
  }
}

function grown<T extends Int32Array | Uint32Array>(from: T, into: T): T {
  into.set(from)
  return into
}
