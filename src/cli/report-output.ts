/** How a command hands over a report: in which format, and into a file or onto stdout. */
import type { Command } from 'commander'
import { outWithoutFormat } from '../app/answers/report/errors.ts'
import { renderReport } from '../app/answers/report/render-report.ts'
import { refuseExisting, writeReport } from '../app/answers/report/write-report.ts'
import type { ScanReport } from '../findings/report/report.ts'
import type { Terminal } from './terminal.ts'
import { version } from './version.ts'

/** As commander hands them over. */
export interface OutputFlags {
  readonly out?: string
  readonly force?: boolean
}

/** Adds `--out` and `--force` to a command. */
export function withOutput(command: Command): Command {
  return command
    .option('--out <file>', 'write into this file instead of stdout: whole or not at all')
    .option('--force', 'overwrite the file of --out')
}

/** Refuses before any work what cannot be written after it. Throws `TW_REPORT_FORMAT`, `TW_REPORT_EXISTS`. */
export function checkOutput({ out, force = false }: OutputFlags, format: string | undefined): void {
  if (out === undefined) return
  if (format === undefined) throw outWithoutFormat(out)
  refuseExisting({ path: out, force })
}

/** Prints the report in the format, or writes it into the file of `--out` and says so. Throws what writing throws. */
export function putReport(report: ScanReport, format: string, to: OutputFlags & { readonly terminal: Terminal }): void {
  const { out, force = false, terminal } = to
  const text = renderReport(report, { format, version: version() })
  if (out === undefined) {
    terminal.out(text)
    return
  }
  writeReport(text, { path: out, force })
  terminal.say(
    `Wrote ${out}: ${report.findings.length} finding${report.findings.length === 1 ? '' : 's'} as ${format}.`,
  )
}
