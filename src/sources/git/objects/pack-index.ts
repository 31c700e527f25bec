/** The index beside a pack: which object starts where. */

const ID_BYTES = 20
const FAN_OUT = 256

/** @source gitformat-pack(5), "Version 2 pack-*.idx files": ff 74 4f 63, then the version */
const SIGNATURE = 0xff744f63
const FAN_OUT_AT = 8
const IDS_AT = FAN_OUT_AT + FAN_OUT * 4

/** An index held in memory: 28 bytes for each object. */
export class PackIndex {
  readonly #bytes: Buffer
  readonly #count: number

  private constructor(bytes: Buffer, count: number) {
    this.#bytes = bytes
    this.#count = count
  }

  /** Undefined for what is no index of version 2, which git has written since 2008. */
  static parse(bytes: Buffer): PackIndex | undefined {
    if (bytes.length < IDS_AT || bytes.readUInt32BE(0) !== SIGNATURE || bytes.readUInt32BE(4) !== 2) return undefined
    const count = bytes.readUInt32BE(FAN_OUT_AT + (FAN_OUT - 1) * 4)
    return bytes.length < IDS_AT + count * (ID_BYTES + 8) ? undefined : new PackIndex(bytes, count)
  }

  offsetOf(id: string): number | undefined {
    const wanted = Buffer.from(id, 'hex')
    if (wanted.length !== ID_BYTES) return undefined
    const first = wanted[0] ?? 0
    let low = first === 0 ? 0 : this.#fanOut(first - 1)
    let high = Math.min(this.#fanOut(first), this.#count)
    while (low < high) {
      const middle = (low + high) >>> 1
      const at = IDS_AT + middle * ID_BYTES
      const order = wanted.compare(this.#bytes, at, at + ID_BYTES)
      if (order === 0) return this.#offsetAt(middle)
      if (order < 0) high = middle
      else low = middle + 1
    }
    return undefined
  }

  #fanOut(byte: number): number {
    return this.#bytes.readUInt32BE(FAN_OUT_AT + byte * 4)
  }

  /** Behind ids (20 bytes each) and checksums (4): offsets, and where their top bit is set, the place of one of 8 bytes. */
  #offsetAt(place: number): number | undefined {
    const offsetsAt = IDS_AT + this.#count * (ID_BYTES + 4)
    const offset = this.#bytes.readUInt32BE(offsetsAt + place * 4)
    if (offset < 0x80000000) return offset
    const at = offsetsAt + this.#count * 4 + (offset - 0x80000000) * 8
    return at + 8 > this.#bytes.length ? undefined : Number(this.#bytes.readBigUInt64BE(at))
  }
}
