/** What log platforms export: tables and JSON in which every row holds a record of somebody else. */
import type { Source } from '../contract.ts'
import { recogniseExport } from './recognise.ts'
import { unpackExport } from './unpack-export.ts'

/** Never named itself: files and pipes bring exports in. Splunk, Elastic, Sentinel, and any table with a header. */
export const source: Source = {
  id: 'siem-export',
  accepts: async () => false,
  async *inputs() {},
  unpacker: {
    recognise: (head) => recogniseExport(head) !== undefined,
    unpack: unpackExport,
  },
}
