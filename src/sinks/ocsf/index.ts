/** Events of the Open Cybersecurity Schema Framework, for data lakes and SIEMs. */
import { shownJson } from '../../kit/text/obeyed-characters.ts'
import type { Sink } from '../contract.ts'
import { coverageFinding } from './coverage-finding.ts'
import { detectionFinding } from './detection-finding.ts'

/** One JSON object on each line: an array could be read only as a whole. */
export const sink: Sink = {
  id: 'ocsf',
  title: 'OCSF 1.8.0 events, one on each line: Detection Finding 2004, and coverage as Compliance Finding 2003',
  mediaType: 'application/x-ndjson',
  fileExtension: '.ndjson',
  render(report, context) {
    const events = [
      ...report.findings.map((finding) => detectionFinding(finding, report, context)),
      coverageFinding(report, context),
    ]
    return events.map((event) => `${shownJson(event)}\n`).join('')
  },
}
