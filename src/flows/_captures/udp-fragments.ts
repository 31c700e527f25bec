/** Puts fragmented UDP datagrams together; their packets wait until the datagram is whole or given up. */
import type { CapturedPacket } from './captured-packet.ts'
import type { IpPacket } from './ip-packet.ts'

/** Datagrams that are open at a time, and bytes of packets that wait; beyond either the oldest datagram is given up. */
const MAX_OPEN = 256
const MAX_WAITING_BYTES = 8 * 1024 * 1024

/** A UDP datagram is no longer than this. @source RFC 768: the length is 16 bits */
const MAX_DATAGRAM_BYTES = 65_535

/** One packet that waits, and which part of the datagram it holds. */
interface Part {
  readonly packet: CapturedPacket
  /** In the packet's own bytes. */
  readonly from: number
  readonly to: number
  readonly at: number
  readonly hasMore: boolean
}

/** What became of a datagram: its bytes when it is whole, and the packets it came in. */
export interface Reassembled {
  readonly bytes: Uint8Array
  readonly packets: readonly CapturedPacket[]
}

/** The datagrams of one capture that are not yet whole. */
export class UdpFragments {
  readonly #open = new Map<string, Part[]>()
  readonly #giveUp: (packet: CapturedPacket) => void
  #waitingBytes = 0

  /** `giveUp` is handed the packets of datagrams that never became whole. */
  constructor(giveUp: (packet: CapturedPacket) => void) {
    this.#giveUp = giveUp
  }

  /** Takes a fragment; the whole datagram when this was its last missing part. */
  add(packet: CapturedPacket, ip: IpPacket): Reassembled | undefined {
    const key = keyOf(packet, ip)
    const parts = this.#open.get(key) ?? []
    this.#open.set(key, parts)
    parts.push(toPart(packet, ip))
    this.#waitingBytes += packet.to - packet.from
    const bytes = assemble(parts)
    if (bytes === undefined) {
      this.#bound()
      return undefined
    }
    this.#forget(key, parts)
    return { bytes, packets: parts.map((part) => part.packet) }
  }

  /** Gives up all that is open. */
  end(): void {
    for (const [key, parts] of this.#open) this.#giveUpParts(key, parts)
  }

  #bound(): void {
    for (const [key, parts] of this.#open) {
      if (this.#open.size <= MAX_OPEN && this.#waitingBytes <= MAX_WAITING_BYTES) return
      this.#giveUpParts(key, parts)
    }
  }

  #giveUpParts(key: string, parts: readonly Part[]): void {
    this.#forget(key, parts)
    for (const { packet } of parts) this.#giveUp(packet)
  }

  #forget(key: string, parts: readonly Part[]): void {
    this.#open.delete(key)
    this.#waitingBytes -= parts.reduce((sum, { packet }) => sum + packet.to - packet.from, 0)
  }
}

/** Both addresses and the number that the sender gave the datagram. @source RFC 791 section 3.2 */
function keyOf({ bytes }: CapturedPacket, { addressesFrom, identification, sourceC }: IpPacket): string {
  const size = sourceC === 0xffff ? 8 : 32
  return `${Buffer.from(bytes.subarray(addressesFrom, addressesFrom + size)).toString('latin1')}${identification}`
}

/** A copy: the capture's bytes are valid for the moment only. */
function toPart(packet: CapturedPacket, ip: IpPacket): Part {
  const bytes = packet.bytes.slice(packet.from, packet.to)
  const copy = { ...packet, bytes, view: new DataView(bytes.buffer), from: 0, to: bytes.length }
  const { fragmentOffset, hasMore } = ip
  return { packet: copy, from: ip.from - packet.from, to: ip.to - packet.from, at: fragmentOffset, hasMore }
}

/** The bytes of a datagram whose parts follow one another without a gap; undefined while they do not. */
function assemble(parts: readonly Part[]): Uint8Array | undefined {
  const last = parts.find(({ hasMore }) => !hasMore)
  if (last === undefined) return undefined
  const size = last.at + last.to - last.from
  if (size > MAX_DATAGRAM_BYTES) return undefined
  const bytes = new Uint8Array(size)
  let end = 0
  for (const { packet, from, to, at } of parts.toSorted((a, b) => a.at - b.at)) {
    if (at > end || at + to - from > size) return undefined
    bytes.set(packet.bytes.subarray(from, to), at)
    end = Math.max(end, at + to - from)
  }
  return end === size ? bytes : undefined
}
