/** Who is told, and in which form: one folder for each. A sink turns the machine result of a scan into its own format. Pure. */
import type { ScanReport } from '../findings/report/report.ts'

/** What a detection asks, in words: reasons name it by its id. */
export interface DetectionWords {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly question: string
}

/** What a sink needs beside the report. */
export interface SinkContext {
  /** Of tapwarden. `0.1.0` */
  readonly version: string
  /** By id; a reason of a detection that is not listed is told by its id alone. */
  readonly detections?: ReadonlyMap<string, DetectionWords> | undefined
}

/** One format: the one export, named `sink`, of its folder's `index.ts`. */
export interface Sink {
  /** Equals the folder's name; `scan --format <id>`. */
  readonly id: string
  readonly title: string
  readonly mediaType: string
  /** With its dot. `.html` */
  readonly fileExtension: string
  /** The whole document, ending with a line feed. The same report gives the same bytes. Never throws. */
  render(report: ScanReport, context: SinkContext): string
}
