/** Deltas: objects written as pieces of another one. */

/** A configuration is far smaller; what is larger is not read. */
export const MAX_RESULT_BYTES = 64 * 1024 * 1024

/** What a copy without a size copies. */
const DEFAULT_COPY_BYTES = 0x10000

/** How many bits a number below 16 has. */
const BITS_SET = [0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4]

/**
 * The object that a delta makes of its base. A command below 128 brings that many bytes along; one above copies from the base, and its
 * other bits say which bytes of offset and size follow.
 *
 * Undefined when the delta does not fit its base.
 *
 * @source gitformat-pack(5), "Deltified representation"
 */
export function applyDelta(base: Buffer, delta: Buffer): Buffer | undefined {
  const [baseBytes, afterBase] = readSize(delta, 0)
  const [resultBytes, start] = readSize(delta, afterBase)
  if (baseBytes !== base.length || resultBytes > MAX_RESULT_BYTES) return undefined
  const result = Buffer.allocUnsafe(resultBytes)
  let filled = 0
  for (let at = start; at < delta.length; ) {
    const command = delta[at++] ?? 0
    if (command === 0) return undefined
    if (command < 0x80) {
      filled += delta.copy(result, filled, at, at + command)
      at += command
    } else {
      const offset = readNumber(delta, at, command & 0x0f)
      at += BITS_SET[command & 0x0f] ?? 0
      const size = readNumber(delta, at, (command >> 4) & 0x07) || DEFAULT_COPY_BYTES
      at += BITS_SET[(command >> 4) & 0x07] ?? 0
      if (offset + size > base.length) return undefined
      filled += base.copy(result, filled, offset, offset + size)
    }
  }
  return filled === resultBytes ? result : undefined
}

/** Seven bits a byte, the lowest first, as long as the top bit is set; with the position behind it. */
function readSize(bytes: Buffer, from: number): readonly [size: number, next: number] {
  let size = 0
  for (let at = from, scale = 1; at < bytes.length && at < from + 7; at++, scale *= 128) {
    const byte = bytes[at] ?? 0
    size += (byte & 0x7f) * scale
    if (byte < 0x80) return [size, at + 1]
  }
  return [Number.POSITIVE_INFINITY, bytes.length]
}

/** A number whose bytes are there as far as `present` has a bit for them, the lowest first. */
function readNumber(bytes: Buffer, from: number, present: number): number {
  let [value, at] = [0, from]
  for (let bit = 0, scale = 1; bit < 4; bit++, scale *= 256) {
    if ((present >> bit) & 1) value += (bytes[at++] ?? 0) * scale
  }
  return value
}
