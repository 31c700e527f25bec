/** Every report format over every scan there is to make: valid, deterministic, and nothing that evidence says is obeyed. */
import { parseReport } from '../../src/app/answers/report/read-report.ts'
import { renderReport } from '../../src/app/answers/report/render-report.ts'
import { sinks } from '../../src/app/plug-ins.ts'
import type { ScanReport } from '../../src/findings/report/report.ts'
import { HOSTILE, withHostileTexts } from '../../src/sinks/_testing/hostile.ts'
import type { Proof } from './contract.ts'
import { documentFailures } from './report-formats/judge-document.ts'
import { reportsOf, type ScannedReport, scanSources } from './report-formats/scan-everything.ts'

const VERSION = '0.0.0'

export const proof: Proof = {
  title:
    'Every format of every result is valid, the same each time, the same from the machine result, and shows what it must not obey',

  async run({ slice }) {
    const sources = scanSources().filter((_, index) => !slice || index % 25 === 0)
    const figures = { scans: 0, findings: 0, documents: 0, hostileDocuments: 0, refusedScans: 0 }
    const failures: string[] = []
    for await (const scanned of reportsOf(sources)) {
      if (scanned.report === undefined) {
        figures.refusedScans += 1
        continue
      }
      figures.scans += 1
      figures.findings += scanned.report.findings.length
      figures.documents += sinks.length
      figures.hostileDocuments += sinks.length
      failures.push(...judge(scanned, scanned.report, figures.scans))
    }
    return {
      passed: failures.length === 0 && figures.findings > 0,
      summary: `${figures.scans} results with ${figures.findings} findings in ${sinks.length} formats: ${figures.documents} documents as they are and ${figures.hostileDocuments} of hostile texts, ${failures.length} failures.`,
      figures: { ...figures, formats: sinks.map(({ id }) => id).join(' ') },
      failures: failures.slice(0, 20),
    }
  },
}

function judge({ name }: ScannedReport, report: ScanReport, turn: number): readonly string[] {
  const hostile = withHostileTexts(report, turn % HOSTILE.length)
  const read = parseReport(renderReport(report, { format: 'json', version: VERSION }), name)
  return sinks.flatMap(({ id }) => {
    const options = { format: id, version: VERSION }
    const text = renderReport(report, options)
    const twice = text === renderReport(report, options) ? [] : ['differs the second time']
    const converted = text === renderReport(read, options) ? [] : ['differs from the machine result']
    const found = [
      ...documentFailures(id, text),
      ...documentFailures(id, renderReport(hostile, options)).map((failure) => `hostile: ${failure}`),
      ...twice,
      ...converted,
    ]
    return found.map((failure) => `${name} as ${id}: ${failure.slice(0, 200)}`)
  })
}
