/**
 * What flow records show passing the ports of one observer in one hour, in arrays of numbers: every row is added, kept or not, so
 * this is as hot as decoding. The ports of an observer lie together, because its records come together.
 */
import type { FlowRow } from '../../_row/flow-row.ts'

/** Interface numbers below this are found in a table, others in a map. */
const MAX_DIRECT = 512

/** Numbers of each port: octets that left by it and that came in, rows of either way, first and last second of the hour. */
const OUT = 0
const IN = 1
const PASSES = 2
const FIRST = 3
const LAST = 4
const STRIDE = 5

/** Where the sums of port 0 stand, which is none, and of those for which there is no room: they are never read. */
const NOWHERE = STRIDE

/** Where the sums of ports begin. */
const FIRST_PLACE = 2 * STRIDE

/** What passed one port. */
export interface PortTotal {
  readonly index: number
  readonly out: number
  readonly in: number
  /** Rows, each once for either way. */
  readonly passes: number
  /** First and last second of the hour. */
  readonly firstSecond: number
  readonly lastSecond: number
}

/** Room for ports, shared by all tables of one input. */
export interface PortRoom {
  left: number
  /** Additions that found no room. */
  leftOut: number
}

/** The ports of one observer in one hour. */
export class PortTable {
  /** The smallest sampling rate of any row: with it estimates are "at least", too. */
  leastRate = Number.MAX_SAFE_INTEGER
  readonly #room: PortRoom
  /** Where the sums of a port begin, by its index; 0 where it is not known. */
  #direct = new Uint32Array(64)
  readonly #others = new Map<number, number>()
  /** The ports in the order of their sums. */
  readonly #indexes: number[] = []
  #sums = new Float64Array(STRIDE * 16)

  constructor(room: PortRoom) {
    this.#room = room
    this.#direct[0] = NOWHERE
  }

  /** Adds a row to the ports that it passed, one at least, in this second of the hour. */
  add(row: FlowRow, second: number): void {
    const { bytes, egress, ingress } = row
    if (row.samplingRate < this.leastRate) this.leastRate = row.samplingRate
    const left = this.#direct[egress] || this.#placeOf(egress)
    const entered = this.#direct[ingress] || this.#placeOf(ingress)
    const sums = this.#sums
    sums[left + OUT]! += bytes
    sums[left + PASSES]! += 1
    if (second < sums[left + FIRST]!) sums[left + FIRST] = second
    if (second > sums[left + LAST]!) sums[left + LAST] = second
    sums[entered + IN]! += bytes
    sums[entered + PASSES]! += 1
    if (second < sums[entered + FIRST]!) sums[entered + FIRST] = second
    if (second > sums[entered + LAST]!) sums[entered + LAST] = second
  }

  /** All totals, in the order in which ports were met. */
  totals(): readonly PortTotal[] {
    return this.#indexes.map((index, ordinal) => {
      const at = FIRST_PLACE + ordinal * STRIDE
      const sum = (of: number): number => Math.min(this.#sums[at + of]!, Number.MAX_SAFE_INTEGER)
      const seconds = { firstSecond: sum(FIRST), lastSecond: sum(LAST) }
      return { index, out: sum(OUT), in: sum(IN), passes: sum(PASSES), ...seconds }
    })
  }

  /** Where the sums of a port begin that the direct table does not show. */
  #placeOf(index: number): number {
    const known = this.#others.get(index)
    if (known !== undefined) return known
    if (!(index > 0)) return NOWHERE
    if (this.#room.left === 0) {
      this.#room.leftOut++
      return NOWHERE
    }
    this.#room.left--
    const at = FIRST_PLACE + (this.#indexes.push(index) - 1) * STRIDE
    if (at + STRIDE > this.#sums.length) this.#sums = grown(this.#sums, new Float64Array(this.#sums.length * 2))
    this.#sums[at + FIRST] = Number.MAX_SAFE_INTEGER
    if (index < MAX_DIRECT && Number.isInteger(index)) this.#setDirect(index, at)
    else this.#others.set(index, at)
    return at
  }

  #setDirect(index: number, at: number): void {
    while (index >= this.#direct.length) this.#direct = grown(this.#direct, new Uint32Array(this.#direct.length * 2))
    this.#direct[index] = at
  }
}

function grown<T extends Uint32Array | Float64Array>(from: T, into: T): T {
  into.set(from)
  return into
}
