/** What the operator asks of a reading of evidence. */
import type { Progress } from '../../engine/reading/reading-summary.ts'
import type { LogRecord } from '../../facts/log-content/log-record.ts'
import type { Trust } from '../../facts/schema-parts.ts'

/** What the operator asks to be read, and how. */
export interface EvidenceOptions {
  readonly paths: readonly string[]
  readonly inventory?: string | undefined
  /** Valid time asked for; the manifest's, else the present. */
  readonly at?: string | undefined
  /** Answers with what had been received, and the inventory in force, by then; needs a store. */
  readonly asKnown?: string | undefined
  /** Keeps facts here and assesses all that were ever kept. */
  readonly store?: string | undefined
  readonly realm?: string | undefined
  readonly trust?: Trust | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
  readonly traceLine?: { readonly path: string; readonly line: number } | undefined
  /** Is shown every record of a log that a dialect has content about; everything is then heard, however much there is. */
  readonly onRecord?: ((record: LogRecord) => void) | undefined
  /** Hears every line, however much there is. */
  readonly exactCoverage?: boolean | undefined
  /** Keeps in the store that this run was, so that a later one can say what is new since. */
  readonly recordRun?: boolean | undefined
}
