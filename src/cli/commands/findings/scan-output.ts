/** How a scan is handed over: as text, as the machine result, or in another format. */
import { type Command, Option } from 'commander'
import type { SigmaReport } from '../../../app/answers/content/sigma/run-sigma-rules.ts'
import { SCAN_FORMATS } from '../../../app/answers/report/render-report.ts'
import type { ScanOutcome } from '../../../app/scan.ts'
import type { ScanReport } from '../../../findings/report/report.ts'
import { renderSigma } from '../../render/rules/sigma-text.ts'
import { renderScan } from '../../render/scan-text.ts'
import { checkOutput, type OutputFlags, putReport, withOutput } from '../../report-output.ts'
import type { Terminal } from '../../terminal.ts'

/** What was asked of the output. */
export interface ScanOutputFlags extends OutputFlags {
  readonly json?: boolean
  readonly format?: string
  readonly locations?: boolean
  readonly approved?: boolean
  readonly suppressed?: boolean
}

/** Adds `--format`, `--out`, `--force` and what goes into the output. */
export function withScanOutput(command: Command): Command {
  return withOutput(command)
    .addOption(
      new Option('--format <format>', 'print another format than text; json is --json')
        .choices(SCAN_FORMATS)
        .conflicts('json'),
    )
    .option(
      '--locations',
      'add path and line of every record to --json and --format (the result then depends on how evidence is filed)',
    )
    .option('--approved', 'list approved set-ups too')
    .option('--suppressed', 'list suppressed findings too')
}

/** The format asked for, undefined for text. Refuses before any work what cannot be written after it: `TW_REPORT_FORMAT`, `TW_REPORT_EXISTS`. */
export function formatOf(flags: ScanOutputFlags): string | undefined {
  const format = flags.json === true ? 'json' : flags.format
  checkOutput(flags, format)
  return format
}

/** What is to be handed over. */
export interface ScanResult {
  readonly report: ScanReport
  readonly outcome: ScanOutcome
  /** What somebody's own rules found, where they were run. */
  readonly sigma: SigmaReport | undefined
  /** Text for people where absent. */
  readonly format: string | undefined
  /** The words that repeat the question, for suggested commands. */
  readonly again: string
}

/** Prints, or writes where `--out` says. Rules of somebody's own are part of the text and of JSON; beside other formats they are said. */
export function putScan(result: ScanResult, flags: ScanOutputFlags, terminal: Terminal): void {
  const { report, outcome, sigma, format, again } = result
  const rules = sigma === undefined ? undefined : renderSigma(sigma, terminal)
  if (format !== undefined) {
    putReport(withBeside(result, flags), format, { ...flags, terminal })
    if (rules !== undefined && format !== 'json') terminal.say(rules)
    return
  }
  const text = renderScan(report, {
    terminal,
    again,
    showApproved: flags.approved === true,
    showSuppressed: flags.suppressed === true,
    reading: outcome.evidence.reading,
  })
  terminal.out(rules === undefined ? text : `${text}\n\n${rules}`)
}

/** How evidence was filed is told only where places are; formats of others have no room for rules. */
function withBeside({ report, outcome, sigma, format }: ScanResult, { locations }: ScanOutputFlags): ScanReport {
  const inputs = locations === true ? { inputs: outcome.evidence.reading.inputs } : {}
  return { ...report, ...inputs, ...(sigma === undefined || format !== 'json' ? {} : { sigma }) }
}
