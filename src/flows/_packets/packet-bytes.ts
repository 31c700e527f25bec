/** Where the bytes of a packet lie, and numbers out of them in network order. */

/** One packet within larger bytes. The same object is pointed at packet after packet, so that none costs an object. */
export class PacketBytes {
  bytes: Uint8Array = new Uint8Array(0)
  /** First byte, and the first behind the last: what was kept of the packet, which may be less than was sent. */
  from = 0
  to = 0

  /** Points at other bytes. `readEthernet(row, packet.set(bytes, 42, 170))` */
  set(bytes: Uint8Array, from: number, to: number): this {
    this.bytes = bytes
    this.from = from
    this.to = to
    return this
  }
}

/** 16 bits at an offset; what lies behind the end counts as 0, so check the bounds before. */
export function u16(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 8) | bytes[at + 1]!
}

/** 32 bits, unsigned. */
export function u32(bytes: Uint8Array, at: number): number {
  return ((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) >>> 0
}
