/** What only fills up to a multiple of four or eight bytes. */

/** Whether all of `bytes` between two offsets is zero; true for none. */
export function isZero(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (bytes[at] !== 0) return false
  return true
}
