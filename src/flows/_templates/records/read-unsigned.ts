/** Whole numbers of any length, as exporters may shorten them. */

const WORD = 2 ** 32

/** The big-endian number of `length` bytes, 1 to 8; beyond 2^53 the last digits are lost. The caller sees that the bytes are there. */
export function readUnsigned(view: DataView, at: number, length: number): number {
  if (length === 4) return view.getUint32(at)
  if (length === 8) return view.getUint32(at) * WORD + view.getUint32(at + 4)
  let value = 0
  for (let index = 0; index < length; index += 1) value = value * 256 + view.getUint8(at + index)
  return value
}
