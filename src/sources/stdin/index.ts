/** Evidence piped into the command: `-`. */
import { gunzipWhenGzip } from '../_bytes/inflate.ts'
import type { Source } from '../contract.ts'

/** Standard input as one input named `-`; gzip is recognised. */
export const source: Source = {
  id: 'stdin',

  async accepts(location) {
    return location === '-'
  },

  async *inputs() {
    yield { path: '-', open: () => gunzipWhenGzip('-', process.stdin) }
  },
}
