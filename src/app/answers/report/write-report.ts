/** Writes a report into a file of its own: whole or not at all. */
import { existsSync, linkSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { reportExists, unwritableReport } from './errors.ts'

/** Where to write. */
export interface ReportFile {
  readonly path: string
  /** Overwrite a file that is there. */
  readonly force: boolean
}

/** Refuses early what {@link writeReport} would refuse after a long scan. Throws `TW_REPORT_EXISTS`. */
export function refuseExisting({ path, force }: ReportFile): void {
  if (!force && existsSync(path)) throw reportExists(path)
}

/**
 * Writes beside the file and moves it there, so that nobody ever reads half of it. Throws `TW_REPORT_EXISTS`, also in a race, and
 * `TW_REPORT_UNWRITABLE`.
 */
export function writeReport(text: string, { path, force }: ReportFile): void {
  const beside = `${path}.${process.pid}.tmp`
  try {
    writeFileSync(beside, text, { flag: 'wx' })
    if (force) renameSync(beside, path)
    else linkSync(beside, path)
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    throw isTaken && !force ? reportExists(path) : unwritableReport(path, error)
  } finally {
    rmSync(beside, { force: true })
  }
}
