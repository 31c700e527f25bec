/** Zip archives, wherever they are found. */
import type { Source } from '../contract.ts'
import { unpackZip } from './unpack-zip.ts'

/** Never named itself: files and pipes bring archives in. */
export const source: Source = {
  id: 'zip',
  accepts: async () => false,
  async *inputs() {},
  unpacker: { recognise: isZip, unpack: unpackZip },
}

/** @source APPNOTE.TXT 6.3.10, 4.3.7 (local file header) and 4.3.16 (an archive without members) */
function isZip(head: Uint8Array): boolean {
  const [p, k, third, fourth] = head
  return p === 0x50 && k === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6))
}
