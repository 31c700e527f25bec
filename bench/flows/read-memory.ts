/** The limit: the same bytes are read once, and nothing is done with them. */
import type { Contender } from './contenders.ts'

export const readMemory: Contender = {
  name: 'memory read',
  reads: () => true,
  pass({ bytes, records }) {
    const words = new Uint32Array(bytes.buffer, 0, bytes.length >>> 2)
    let [a, b, c, d] = [0, 0, 0, 0]
    for (let at = 0; at + 3 < words.length; at += 4) {
      a ^= words[at] ?? 0
      b ^= words[at + 1] ?? 0
      c ^= words[at + 2] ?? 0
      d ^= words[at + 3] ?? 0
    }
    // The sum is used, so that the loop is not left out.
    return () => ({ records: (a ^ b ^ c ^ d) === 0.5 ? 0 : records })
  },
}
