/** A report in the form that was asked for. */
import type { ScanReport } from '../../../findings/report/report.ts'
import { shownJson } from '../../../kit/text/obeyed-characters.ts'
import { detections, sinks } from '../../plug-ins.ts'

/** The machine result itself. */
const MASTER = 'json'

/** What a report can be made into. */
export const CONVERTED_FORMATS: readonly string[] = sinks.map(({ id }) => id)

/** What a scan can print: the machine result, and all that can be made of it. */
export const SCAN_FORMATS: readonly string[] = [MASTER, ...CONVERTED_FORMATS]

/** What to write. */
export interface RenderOptions {
  /** One of {@link SCAN_FORMATS}. */
  readonly format: string
  /** Of tapwarden. */
  readonly version: string
}

/** The whole document, ending with a line feed. The same report gives the same bytes. */
export function renderReport(report: ScanReport, { format, version }: RenderOptions): string {
  const sink = sinks.find(({ id }) => id === format)
  if (sink === undefined) return `${shownJson(report, 2)}\n`
  const words = new Map(
    detections.map(({ id, version: revision, title, question }) => [id, { id, version: revision, title, question }]),
  )
  return sink.render(report, { version, detections: words })
}
