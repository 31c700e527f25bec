/** Interface description blocks: whose packets, of what link, in what unit of time. */

/** What packets of an interface are read by. */
export interface CaptureInterface {
  readonly linkType: number
  /** Infinite where the block says 0. */
  readonly snapLength: number
  readonly msPerUnit: number
  readonly offsetMs: number
}

/** Options of an interface. @source draft-ietf-opsawg-pcapng section 4.2 */
const END = 0
const RESOLUTION = 9
const OFFSET = 14

/** Microseconds, unless the interface says otherwise. */
const DEFAULT_MS_PER_UNIT = 1e-3

/** Reads one block, of which `from` is the first byte and `end` the last length's; at least 16 bytes long. */
export function readInterface(
  view: DataView,
  { from, end, littleEndian }: { readonly from: number; readonly end: number; readonly littleEndian: boolean },
): CaptureInterface {
  let [msPerUnit, offsetMs] = [DEFAULT_MS_PER_UNIT, 0]
  for (let at = from + 16; at + 4 <= end; ) {
    const code = view.getUint16(at, littleEndian)
    const size = view.getUint16(at + 2, littleEndian)
    if (code === END || at + 4 + size > end) break
    if (code === RESOLUTION && size >= 1) msPerUnit = toMsPerUnit(view.getUint8(at + 4))
    if (code === OFFSET && size >= 8) offsetMs = Number(view.getBigInt64(at + 4, littleEndian)) * 1000
    at += 4 + size + (-size & 3)
  }
  const snapLength = view.getUint32(from + 12, littleEndian)
  return {
    linkType: view.getUint16(from + 8, littleEndian),
    snapLength: snapLength === 0 ? Number.POSITIVE_INFINITY : snapLength,
    msPerUnit,
    offsetMs,
  }
}

/** `6` → a microsecond, `0x80 + 20` → 2^-20 seconds. */
function toMsPerUnit(resolution: number): number {
  const exponent = resolution & 0x7f
  return 1000 * (resolution >= 0x80 ? 2 ** -exponent : 10 ** -exponent)
}
