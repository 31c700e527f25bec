/** Evidence on disk: single files, and folders with everything below them. */

import { openInput } from '../_files/open-input.ts'
import { walk } from '../_files/walk.ts'
import type { Source } from '../contract.ts'

/**
 * Files and folders. Paths are shown as the argument gives them: `logs` → `logs/2026-11-13/edge.log`.
 * What cannot be read is reported with `TW_INPUT_NOT_FOUND` or `TW_INPUT_UNREADABLE`; nothing is thrown.
 */
export const source: Source = {
  id: 'files',

  async accepts(location) {
    return location !== '-'
  },

  async *inputs(location, report) {
    for (const file of walk(location, report)) {
      const input = openInput(file, report)
      if (input !== undefined) yield input
    }
  },
}
