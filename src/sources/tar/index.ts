/** Tape archives, compressed with gzip or not, wherever they are found. */
import type { Source } from '../contract.ts'
import { isTar } from './headers.ts'
import { unpackTar } from './unpack-tar.ts'

/** Never named itself: files and pipes bring archives in. Knows them by the checksum of their first header. */
export const source: Source = {
  id: 'tar',
  accepts: async () => false,
  async *inputs() {},
  unpacker: { recognise: isTar, unpack: unpackTar },
}
