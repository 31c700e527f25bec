/** A report in which every text that somebody else may have written is hostile. */
import type { ScanReport } from '../../findings/report/report.ts'

/** What no document may hold as it stands. */
export const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "=cmd|'/c calc'!A1",
  '+1+1',
  '@SUM(1)',
  '\t=1',
  '\r=1',
  '\u001b]0;owned\u0007',
  '\u001b[2J',
  '\u009b31m',
  '\u202egpj.exe',
  '\u2066\u2069\u061c',
  '\u0000\u0008\u007f',
  '\ud800',
  '[link](http://example.com) {0} %s %n',
  '"],"x":["',
  'a,b;c\nd\r\ne',
  '](javascript:alert(1))',
  '`a` | b | **c**',
  '../../../etc/passwd',
  '//example.com/a',
]

/** Members whose texts are words of ours, or reckoned with: a reader refuses other values. */
const OURS = new Set(
  'kind setupClass verdict conduct status sinceBasis severity existence authorisation direction enabledReason role via outcome device state stage leg legs witnesses does basis dimension denominator at asOf since until from first last newestConfiguration changesAt privilegeSince id finding newSinceLastScan case day'.split(
    ' ',
  ),
)

/** The report with each such text replaced by the next of {@link HOSTILE}, beginning with the one at `offset`. */
export function withHostileTexts(report: ScanReport, offset: number): ScanReport {
  let at = offset
  return JSON.parse(JSON.stringify(report), (member, value: unknown) => {
    if (typeof value !== 'string' || OURS.has(member) || isOwnWord(value)) return value
    at += 1
    return HOSTILE[at % HOSTILE.length]
  })
}

/** Elements of lists have no name: instants and words of ours are known by their look. */
function isOwnWord(value: string): boolean {
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) || OWN_WORDS.has(value)
}

const OWN_WORDS = new Set(
  'config log aaa flow audit seen not-seen not-available device aaa-server cloud-control-plane neighbour sensor no-ticket outside-window not-an-admin self-approved approved-afterwards logging-cut'.split(
    ' ',
  ),
)
