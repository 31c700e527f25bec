/** The report of the example estate in a real browser: by day, by night, on a telephone and on paper. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import type { ScanReport } from '../../src/findings/report/report.ts'
import { sink } from '../../src/sinks/html/index.ts'
import { ROOT, tapwarden } from './_shared/command.ts'
import type { Proof, ProofResult } from './contract.ts'
import { countSheets, look, photograph, READERS } from './report-pages/look.ts'

const EXECUTABLE = process.env['TAPWARDEN_CHROMIUM'] ?? '/usr/bin/chromium'
const VERSION: string = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version
/** A page that is read from a file needs neither the network nor a graphics card. */
const OPTIONS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Pictures of the documentation, by day: a whole part, or what a window shows from its beginning. */
const PICTURES = [
  { name: 'report-executive', selector: '#executive', whole: true },
  { name: 'report-technical', selector: '#technical', whole: false },
  { name: 'report-finding', selector: '#f-00ba7f0afeffeecc', whole: false },
] as const

export const proof: Proof = {
  title:
    'The report is one page that asks for nothing, is read by everybody, and whose executive page is one sheet of paper',

  async run({ slice }) {
    if (!existsSync(EXECUTABLE)) return notRun()
    const folder = mkdtempSync(join(tmpdir(), 'tapwarden-report-pages-'))
    const browser = await chromium.launch({ executablePath: EXECUTABLE, args: OPTIONS })
    try {
      return await judge(browser, folder, slice)
    } finally {
      await browser.close()
      rmSync(folder, { recursive: true })
    }
  },
}

async function judge(browser: Browser, folder: string, slice: boolean): Promise<ProofResult> {
  const report: ScanReport = JSON.parse((await tapwarden(['scan', 'examples/estate', '--json'])).stdout)
  const [usual, crowded] = [join(folder, 'usual.html'), join(folder, 'crowded.html')]
  writeFileSync(usual, sink.render(report, { version: VERSION }))
  writeFileSync(crowded, sink.render(withLongWords(report), { version: VERSION }))
  const readers = slice ? READERS.slice(1, 3) : READERS
  const failures: string[] = []
  for (const reader of readers) failures.push(...(await look(browser, usual, reader)))
  if (!slice) for (const reader of readers) failures.push(...(await look(browser, crowded, reader)))
  const sheets: Record<string, number> = {}
  for (const format of ['A4', 'Letter'] as const) {
    sheets[`executive page of the estate: sheets of ${format}`] = await countSheets(browser, usual, format)
    sheets[`executive page with long words: sheets of ${format}`] = await countSheets(browser, crowded, format)
  }
  for (const [name, count] of Object.entries(sheets)) if (count !== 1) failures.push(`${name}: ${count}`)
  if (!slice) await takePictures(browser, usual)
  return {
    passed: failures.length === 0,
    summary: `${readers.length} readers of ${report.findings.length} findings found ${failures.length} things wrong; the executive page takes ${Math.max(...Object.values(sheets))} sheet of A4 or Letter.`,
    figures: { readers: readers.length, findings: report.findings.length, ...sheets },
    failures,
  }
}

/** Names as long as clouds make them, and sentences to match. */
function withLongWords(report: ScanReport): ScanReport {
  const lengthen = (name: string): string => `azure:7f3a09c1-d2e4-4586-9000-000000000001/${name}`
  return {
    ...report,
    findings: report.findings.map((finding) => ({
      ...finding,
      subject: lengthen(finding.subject),
      sentence: `${lengthen(finding.subject)}: ${finding.sentence.repeat(3)}`,
      case: finding.id,
    })),
    coverage: report.coverage.map((row) => ({ ...row, subject: lengthen(row.subject), unjoinedCommands: 1 })),
  }
}

async function takePictures(browser: Browser, file: string): Promise<void> {
  const [reader] = READERS
  if (reader === undefined) return
  const folder = join(ROOT, 'docs', 'images')
  mkdirSync(folder, { recursive: true })
  for (const { name, ...picture } of PICTURES)
    await photograph(browser, file, { reader, ...picture, path: join(folder, `${name}.png`) })
}

/** Where the components are required, their absence is a failure. */
function notRun(): ProofResult {
  const isRequired = process.env['TAPWARDEN_REQUIRE_COMPONENTS'] === '1'
  const summary = `Not run: there is no browser at ${EXECUTABLE} (Debian: chromium).`
  return { passed: !isRequired, summary, figures: { run: false }, failures: isRequired ? [summary] : [] }
}
