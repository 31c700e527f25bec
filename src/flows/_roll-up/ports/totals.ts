/**
 * What flow records show passing each port, hour by hour, in arrays of numbers: every row is added, kept or not, so this is
 * as hot as decoding.
 */
import type { FlowRow } from '../../_row/flow-row.ts'

/** Ports in an hour that one input is counted for. */
export const MAX_PORT_HOURS = 65_536

/**
 * Numbers of each of them, in one cache line: what it is of (0 for nothing), octets out and in, octets times sampling rate,
 * packets, rows, first and last moment.
 */
const KEY = 0
const OUT = 1
const IN = 2
const ESTIMATED = 3
const PACKETS = 4
const ROWS = 5
const FIRST = 6
const LAST = 7
const STRIDE = 8

/** An owner's share of keys: interface numbers have 32 bits. */
const OWNER = 2 ** 32

/** What passed one port in one hour. */
export interface PortTotal {
  /** The hour of an observer, see {@link PortTotals.turnTo}. */
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
  /** Additions that found no room. */
  leftOut = 0
  #owner = 0
  #ownerHash = 0
  #sums = new Float64Array(1024 * STRIDE)
  #slotMask = 1023
  #size = 0

  get isFull(): boolean {
    return this.#size >= MAX_PORT_HOURS
  }

  /** The next rows pass ports of this owner: a number from 1 for each hour of each observer; 0 for one that finds no room. */
  turnTo(owner: number): void {
    this.#owner = owner
    this.#ownerHash = Math.imul(owner, 0x85ebca6b)
  }

  /** Adds a row to the ports that it passed; one whose counts are no numbers passes none. */
  add(row: FlowRow, atMs: number): void {
    const { bytes, ingress, egress } = row
    if (!(bytes >= 0 && row.packets >= 0)) return
    const left = this.#find(egress)
    if (left >= 0) {
      this.#sums[left + OUT] = (this.#sums[left + OUT] ?? 0) + bytes
      this.#count(left, row, atMs)
    }
    const entered = this.#find(ingress)
    if (entered >= 0) {
      this.#sums[entered + IN] = (this.#sums[entered + IN] ?? 0) + bytes
      if (ingress !== egress) this.#count(entered, row, atMs)
    }
  }

  /** All totals, in no order. */
  *all(): Iterable<PortTotal> {
    for (let at = 0; at < this.#sums.length; at += STRIDE) if (this.#sums[at + KEY] !== 0) yield this.#totalAt(at)
  }

  #totalAt(at: number): PortTotal {
    const sum = (of: number): number => Math.min(this.#sums[at + of] ?? 0, Number.MAX_SAFE_INTEGER)
    const key = sum(KEY)
    return {
      owner: Math.floor(key / OWNER),
      index: key % OWNER,
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

  /** Where the sums of a port of the owner begin; -1 for no port, and where there is no room for one more. */
  #find(index: number): number {
    if (!(index > 0 && index < OWNER)) return -1
    const sums = this.#sums
    const slotMask = this.#slotMask
    const key = this.#owner * OWNER + index
    let slot = Math.imul(index ^ this.#ownerHash, 0x9e3779b1) >>> 7
    for (;;) {
      slot &= slotMask
      const taken = sums[slot * STRIDE]
      if (taken === key) return slot * STRIDE
      if (taken === 0) return this.#place(slot * STRIDE, key)
      slot++
    }
  }

  #place(at: number, key: number): number {
    if (this.isFull || key < OWNER) {
      this.leftOut++
      return -1
    }
    if ((this.#size + 1) * 2 > this.#slotMask) {
      this.#grow()
      return this.#find(key % OWNER)
    }
    this.#size++
    this.#sums[at + KEY] = key
    this.#sums[at + FIRST] = Number.MAX_SAFE_INTEGER
    return at
  }

  #grow(): void {
    const old = this.#sums
    const owner = this.#owner
    this.#sums = new Float64Array(old.length * 2)
    this.#slotMask = this.#slotMask * 2 + 1
    this.#size = 0
    for (let at = 0; at < old.length; at += STRIDE) {
      const key = old[at + KEY] ?? 0
      if (key === 0) continue
      this.turnTo(Math.floor(key / OWNER))
      this.#sums.set(old.subarray(at, at + STRIDE), this.#find(key % OWNER))
    }
    this.turnTo(owner)
  }
}
