/** Reports to make formats of: `reports/<name>/report.json`. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { ScanReport } from '../../findings/report/report.ts'
import type { Sink } from '../contract.ts'

const FOLDER = join(import.meta.dirname, 'reports')

/** Every report by name. */
export function testReports(): readonly (readonly [name: string, report: ScanReport])[] {
  return readdirSync(FOLDER).map((name) => [name, testReport(name)])
}

/** One of them. */
export function testReport(name: string): ScanReport {
  return JSON.parse(readFileSync(join(FOLDER, name, 'report.json'), 'utf8'))
}

/** One test for each report: the sink writes exactly `cases/<name>/expected<ext>` in its folder. */
export function testCases(sink: Sink, folder: string): void {
  for (const [name, report] of testReports()) {
    test(`${sink.id} of ${name} is as expected`, () => {
      const expected = readFileSync(join(folder, 'cases', name, `expected${sink.fileExtension}`), 'utf8')
      assert.equal(sink.render(report, { version: '0.1.0', detections: WORDS }), expected)
    })
  }
}

/** Of one detection, so that both are shown: a rule with words and one without. */
const WORDS = new Map([
  [
    'session-not-approved',
    {
      id: 'session-not-approved',
      version: 1,
      title: 'A copy that no approval covers',
      question: 'Does an approval allow this session?',
    },
  ],
])
