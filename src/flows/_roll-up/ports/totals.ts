/**
 * What flow records show passing each port, hour by hour, in arrays of numbers: every row is added, kept or not, so this is
 * as hot as decoding.
 */
import type { FlowRow } from '../../_row/flow-row.ts'

/** Ports in an hour that one input is counted for. */
export const MAX_PORT_HOURS = 65_536

/** Numbers for each of them: octets out and in, octets times sampling rate, packets, rows, first and last moment. */
const OUT = 0
const IN = 1
const ESTIMATED = 2
const PACKETS = 3
const ROWS = 4
const FIRST = 5
const LAST = 6
const STRIDE = 8

/** What passed one port in one hour. */
export interface PortTotal {
  /** The hour of an observer, see {@link PortTotals.owner}. */
  readonly owner: number
  readonly index: number
  readonly out: number
  readonly in: number
  readonly estimatedBytes: number
  readonly packets: number
  readonly rows: number
  readonly firstMs: number
  readonly lastMs: number
}

/** Sums by owner and interface number: open addressing, at most half full. */
export class PortTotals {
  /** Whose ports the next rows pass: a number from 1 for each hour of each observer. */
  owner = 0
  /** Additions that found no room. */
  leftOut = 0
  #owners = new Int32Array(1024)
  #indexes = new Float64Array(1024)
  #sums = new Float64Array(1024 * STRIDE)
  #slotMask = 1023
  #size = 0

  get isFull(): boolean {
    return this.#size >= MAX_PORT_HOURS
  }

  /** Adds a row to the ports that it passed; one whose counts are no numbers passes none. */
  add(row: FlowRow, atMs: number): void {
    const { bytes } = row
    if (!(bytes >= 0 && row.packets >= 0)) return
    if (row.egress !== 0) {
      const at = this.#find(row.egress)
      if (at >= 0) {
        this.#sums[at + OUT] = (this.#sums[at + OUT] ?? 0) + bytes
        this.#count(at, row, atMs)
      }
    }
    if (row.ingress !== 0) {
      const at = this.#find(row.ingress)
      if (at >= 0) {
        this.#sums[at + IN] = (this.#sums[at + IN] ?? 0) + bytes
        if (row.ingress !== row.egress) this.#count(at, row, atMs)
      }
    }
  }

  /** All totals, in no order. */
  *all(): Iterable<PortTotal> {
    for (let slot = 0; slot <= this.#slotMask; slot++) {
      const owner = this.#owners[slot] ?? 0
      if (owner !== 0) yield this.#totalAt(owner, slot)
    }
  }

  #totalAt(owner: number, slot: number): PortTotal {
    const sum = (of: number): number => Math.min(this.#sums[slot * STRIDE + of] ?? 0, Number.MAX_SAFE_INTEGER)
    return {
      owner,
      index: this.#indexes[slot] ?? 0,
      out: sum(OUT),
      in: sum(IN),
      estimatedBytes: sum(ESTIMATED),
      packets: sum(PACKETS),
      rows: sum(ROWS),
      firstMs: sum(FIRST),
      lastMs: sum(LAST),
    }
  }

  #count(at: number, row: FlowRow, atMs: number): void {
    const sums = this.#sums
    sums[at + ESTIMATED] = (sums[at + ESTIMATED] ?? 0) + row.bytes * row.samplingRate
    sums[at + PACKETS] = (sums[at + PACKETS] ?? 0) + row.packets
    sums[at + ROWS] = (sums[at + ROWS] ?? 0) + 1
    if (atMs < (sums[at + FIRST] ?? 0)) sums[at + FIRST] = atMs
    if (atMs > (sums[at + LAST] ?? 0)) sums[at + LAST] = atMs
  }

  /** Where the sums of a port of the owner begin; -1 where there is no room for one more. */
  #find(index: number): number {
    const owner = this.owner
    const owners = this.#owners
    let slot = Math.imul(index + Math.imul(owner, 0x85ebca6b), 0x9e3779b1) >>> 7
    for (;;) {
      slot &= this.#slotMask
      const taken = owners[slot]
      if (taken === owner && this.#indexes[slot] === index) return slot * STRIDE
      if (taken === 0) return this.#place(slot, index)
      slot++
    }
  }

  #place(slot: number, index: number): number {
    if (this.isFull || this.owner === 0) {
      this.leftOut++
      return -1
    }
    if ((this.#size + 1) * 2 > this.#slotMask) {
      this.#grow()
      return this.#find(index)
    }
    this.#size++
    this.#owners[slot] = this.owner
    this.#indexes[slot] = index
    this.#sums[slot * STRIDE + FIRST] = Number.MAX_SAFE_INTEGER
    return slot * STRIDE
  }

  #grow(): void {
    const [owners, indexes, sums, owner] = [this.#owners, this.#indexes, this.#sums, this.owner]
    const slots = owners.length * 2
    this.#owners = new Int32Array(slots)
    this.#indexes = new Float64Array(slots)
    this.#sums = new Float64Array(slots * STRIDE)
    this.#slotMask = slots - 1
    this.#size = 0
    owners.forEach((of, slot) => {
      if (of === 0) return
      this.owner = of
      const at = this.#find(indexes[slot] ?? 0)
      this.#sums.set(sums.subarray(slot * STRIDE, (slot + 1) * STRIDE), at)
    })
    this.owner = owner
  }
}
