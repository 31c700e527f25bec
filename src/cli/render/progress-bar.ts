/** A bar on stderr while a person waits; silent for the first half second and where nobody watches. */

import type { Progress } from '../../app/evidence/gather-evidence.ts'
import type { Terminal } from '../terminal.ts'
import { formatBytes } from './quantities.ts'

const SILENT_MS = 500
const BAR_COLUMNS = 24

/** Shows where reading is, and takes it away again. */
export interface ProgressDisplay {
  readonly show: (progress: Progress) => void
  readonly clear: () => void
}

/** Makes a display for a terminal; one that does nothing where stderr is not watched. */
export function createProgress(terminal: Terminal): ProgressDisplay {
  if (!terminal.watched) return { show: () => {}, clear: () => {} }
  const startedMs = performance.now()
  let isShown = false
  return {
    show: (progress) => {
      if (performance.now() - startedMs < SILENT_MS) return
      isShown = true
      process.stderr.write(`\r\u001b[K${toBar(progress).slice(0, terminal.widthColumns - 1)}`)
    },
    clear: () => {
      if (isShown) process.stderr.write('\r\u001b[K')
    },
  }
}

/** `[██████░░░░] 62 % 1.2 GiB  logs/edge.log`. */
function toBar({ path, bytesDone, bytesTotal }: Progress): string {
  if (bytesTotal === undefined || bytesTotal === 0) return `${formatBytes(bytesDone)}  ${path}`
  const share = Math.min(1, bytesDone / bytesTotal)
  const filled = Math.round(share * BAR_COLUMNS)
  return `[${'█'.repeat(filled)}${'░'.repeat(BAR_COLUMNS - filled)}] ${Math.floor(share * 100)} % ${formatBytes(bytesDone)}  ${path}`
}
