/** A table with one row for each finding, for spreadsheets and scripts without a JSON reader. */
import type { Sink } from '../contract.ts'
import { toCell } from './cell.ts'
import { COLUMNS } from './columns.ts'

/** @source RFC 4180 2.1 */
const LINE_END = '\r\n'

/** Comma-separated values by RFC 4180: a head, then all findings in the order of the report, approved ones too. */
export const sink: Sink = {
  id: 'csv',
  title: 'Comma-separated values (RFC 4180), one row for each finding',
  mediaType: 'text/csv; charset=utf-8; header=present',
  fileExtension: '.csv',
  render({ findings, acts }) {
    const rows = findings.map((finding) => {
      const act = acts.find((one) => one.finding === finding.id)
      return COLUMNS.map(({ text }) => text(finding, act))
    })
    return [COLUMNS.map(({ name }) => name), ...rows].map((cells) => cells.map(toCell).join(',') + LINE_END).join('')
  },
}
