/** Whole numbers out of records: of any length, as exporters may shorten them, and of fields that may be absent. */

/** What the high one of two 32-bit words counts. */
export const WORD = 2 ** 32

/** The big-endian number of `length` bytes, 1 to 8; beyond 2^53 the last digits are lost. The caller sees that the bytes are there. */
export function readUnsigned(view: DataView, at: number, length: number): number {
  if (length === 4) return view.getUint32(at)
  if (length === 8) return view.getUint32(at) * WORD + view.getUint32(at + 4)
  let value = 0
  for (let index = 0; index < length; index += 1) value = value * 256 + view.getUint8(at + index)
  return value
}

/** The word at an offset in the record at `at`; 0 for a negative offset. */
export function readUint32(view: DataView, at: number, offset: number): number {
  return offset < 0 ? 0 : view.getUint32(at + offset)
}

/** The same for 16 bits. */
export function readUint16(view: DataView, at: number, offset: number): number {
  return offset < 0 ? 0 : view.getUint16(at + offset)
}
