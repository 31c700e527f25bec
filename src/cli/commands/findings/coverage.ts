/** `tapwarden coverage`: what was heard, from whom, since when. */
import type { Command } from 'commander'
import { lowestPercent } from '../../../app/answers/coverage-figures.ts'
import { toCoverageReport } from '../../../app/answers/coverage-report.ts'
import { scanPaths } from '../../../app/scan.ts'
import { type EvidenceFlags, parsePercent, toEvidenceOptions, withEvidence } from '../../evidence-arguments.ts'
import { EXIT, type ExitStatus } from '../../exit-status.ts'
import type { CommandHost } from '../../host.ts'
import { jsonText } from '../../printable.ts'
import { renderCoverage } from '../../render/coverage-text.ts'
import { createProgress } from '../../render/progress-bar.ts'
import { readingStatus, sayReading } from '../../render/reading-talk.ts'

interface CoverageFlags extends EvidenceFlags {
  readonly minCoverage?: number
}

/** Adds the command to the program. */
export function registerCoverage(program: Command, host: CommandHost): void {
  withEvidence(program.command('coverage'))
    .description(
      'Show which legs (configuration, log, accounting, flow records, audit trail) were heard for each subject, worst first, and ports that no flow record shows.',
    )
    .option('--min-coverage <percent>', 'exit 1 when any figure but that of flow records is lower', parsePercent)
    .action(host.run((paths: readonly string[], flags: CoverageFlags) => coverage(paths, flags, host)))
}

async function coverage(
  paths: readonly string[],
  flags: CoverageFlags,
  { terminal }: CommandHost,
): Promise<ExitStatus> {
  const progress = createProgress(terminal)
  const outcome = await scanPaths(toEvidenceOptions(paths, flags, progress.show))
  progress.clear()
  const report = toCoverageReport(outcome)
  terminal.out(flags.json === true ? jsonText(report) : renderCoverage(report, terminal))
  sayReading(outcome.evidence, terminal)
  const isThin = flags.minCoverage !== undefined && lowestPercent(report.figures) < flags.minCoverage
  const status = readingStatus(outcome.evidence)
  return status === EXIT.done && isThin ? EXIT.threshold : status
}
