/**
 * What flow records show passing the ports of one observer in one hour, in arrays of numbers: every row is added, kept or not, so
 * this is as hot as decoding. The ports of an observer lie together, because its records come together.
 */
import type { FlowRow } from '../../_row/flow-row.ts'

/** Interface numbers below this are found in a table, others in a map. */
const MAX_DIRECT = 512

/** Octets that left by a port, and that came in by it. */
const OUT = 0
const IN = 1

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
  /** Number of a port, from 1, by its index; 0 for none. */
  #direct = new Uint16Array(64)
  readonly #others = new Map<number, number>()
  readonly #indexes = [0]
  #octets = new Float64Array(2 * 16)
  #passes = new Uint32Array(16)
  /** First and last second, two numbers a port. */
  #seconds = new Uint16Array(2 * 16)

  constructor(room: PortRoom) {
    this.#room = room
  }

  /** Adds a row to the one or two ports that it passed, in this second of the hour. */
  add(row: FlowRow, second: number): void {
    const { bytes, samplingRate } = row
    for (let way = OUT; way <= IN; way++) {
      const index = way === OUT ? row.egress : row.ingress
      if (!(index > 0)) continue
      const port = this.#direct[index] || this.#portOf(index)
      if (port === 0) continue
      const first = port * 2
      const last = first + 1
      const seconds = this.#seconds
      this.#octets[first + way]! += bytes
      this.#passes[port]! += 1
      seconds[first] = Math.min(seconds[first]!, second)
      seconds[last] = Math.max(seconds[last]!, second)
      if (samplingRate < this.leastRate) this.leastRate = samplingRate
    }
  }

  /** All totals, in the order in which ports were met. */
  totals(): readonly PortTotal[] {
    return this.#indexes.slice(1).map((index, before) => {
      const port = before + 1
      return {
        index,
        out: Math.min(this.#octets[port * 2 + OUT] ?? 0, Number.MAX_SAFE_INTEGER),
        in: Math.min(this.#octets[port * 2 + IN] ?? 0, Number.MAX_SAFE_INTEGER),
        passes: this.#passes[port] ?? 0,
        firstSecond: this.#seconds[port * 2] ?? 0,
        lastSecond: this.#seconds[port * 2 + 1] ?? 0,
      }
    })
  }

  /** The number of a port that the direct table does not show; 0 where there is no room for one more. */
  #portOf(index: number): number {
    const known = this.#others.get(index)
    if (known !== undefined) return known
    if (this.#room.left === 0) {
      this.#room.leftOut++
      return 0
    }
    this.#room.left--
    const port = this.#indexes.push(index) - 1
    if (port >= this.#passes.length) this.#grow()
    this.#seconds[port * 2] = 0xffff
    if (index < MAX_DIRECT && Number.isInteger(index)) this.#setDirect(index, port)
    else this.#others.set(index, port)
    return port
  }

  #setDirect(index: number, port: number): void {
    if (index >= this.#direct.length) {
      const direct = new Uint16Array(2 ** Math.ceil(Math.log2(index + 1)))
      direct.set(this.#direct)
      this.#direct = direct
    }
    this.#direct[index] = port
  }

  #grow(): void {
    const [octets, passes, seconds] = [this.#octets, this.#passes, this.#seconds]
    this.#octets = new Float64Array(octets.length * 2)
    this.#octets.set(octets)
    this.#passes = new Uint32Array(passes.length * 2)
    this.#passes.set(passes)
    this.#seconds = new Uint16Array(seconds.length * 2)
    this.#seconds.set(seconds)
  }
}
