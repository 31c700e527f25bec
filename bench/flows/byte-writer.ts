/** Writes big-endian numbers one behind the other. */

/** Over a buffer of fixed size; throws when it is full. */
export class ByteWriter {
  readonly bytes: Uint8Array
  readonly view: DataView
  at = 0

  constructor(size: number) {
    this.bytes = new Uint8Array(size)
    this.view = new DataView(this.bytes.buffer)
  }

  u8(...values: readonly number[]): void {
    for (const value of values) this.view.setUint8(this.at++, value)
  }

  u16(...values: readonly number[]): void {
    for (const value of values) {
      this.view.setUint16(this.at, value)
      this.at += 2
    }
  }

  u32(...values: readonly number[]): void {
    for (const value of values) {
      this.view.setUint32(this.at, value)
      this.at += 4
    }
  }

  /** 64 bits of a number below 2^53. */
  u64(...values: readonly number[]): void {
    for (const value of values) this.u32(Math.floor(value / 2 ** 32), value >>> 0)
  }

  zeros(count: number): void {
    this.at += count
  }
}
