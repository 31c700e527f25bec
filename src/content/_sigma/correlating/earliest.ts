/** Keeps the first so many of a stream by an order of their own, so that what is kept does not depend on who came first. */

/** Up to `limit` items are kept; at most twice as many are held. */
export class Earliest<T> {
  readonly #limit: number
  readonly #compare: (a: T, b: T) => number
  #items: T[] = []
  #count = 0

  constructor(limit: number, compare: (a: T, b: T) => number) {
    this.#limit = limit
    this.#compare = compare
  }

  add(item: T): void {
    this.#count += 1
    this.#items.push(item)
    if (this.#items.length >= 2 * this.#limit) this.#items = this.#sorted()
  }

  /** How many were added. */
  get count(): number {
    return this.#count
  }

  /** The kept ones, in order. */
  list(): readonly T[] {
    this.#items = this.#sorted()
    return this.#items
  }

  #sorted(): T[] {
    return this.#items.sort(this.#compare).slice(0, this.#limit)
  }
}
