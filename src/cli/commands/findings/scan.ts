/** `tapwarden scan`: the main job. */
import { type Command, Option } from 'commander'
import { isSuppressed } from '../../../app/answers/acts/standing-acts.ts'
import { openSigma } from '../../../app/answers/content/sigma/run-sigma-rules.ts'
import { lowestPercent } from '../../../app/answers/coverage-figures.ts'
import { newWithoutStore } from '../../../app/answers/history/errors.ts'
import { toScanReport } from '../../../app/answers/scan-report.ts'
import { assessPrevious, scanPaths } from '../../../app/scan.ts'
import type { ScanReport } from '../../../findings/report/report.ts'
import {
  type EvidenceFlags,
  parsePercent,
  repeatArguments,
  toEvidenceOptions,
  withEvidence,
} from '../../evidence-arguments.ts'
import { EXIT, type ExitStatus } from '../../exit-status.ts'
import type { CommandHost } from '../../host.ts'
import { createProgress } from '../../render/progress-bar.ts'
import { readingStatus, sayReading } from '../../render/reading-talk.ts'
import { formatOf, putScan, type ScanOutputFlags, withScanOutput } from './scan-output.ts'

const SEVERITIES = ['info', 'low', 'medium', 'high', 'critical']

interface ScanFlags extends EvidenceFlags, ScanOutputFlags {
  readonly failOn?: string
  readonly minCoverage?: number
  readonly new?: boolean
  readonly sigma?: string
}

/** Adds the command to the program. */
export function registerScan(program: Command, host: CommandHost): void {
  withScanOutput(withEvidence(program.command('scan')))
    .description('Read evidence and say what is copied, by whom, whether it was approved and where it goes.')
    .addOption(
      new Option('--fail-on <severity>', 'exit 1 when a finding that is not approved is this severe').choices(
        SEVERITIES,
      ),
    )
    .option('--min-coverage <percent>', 'exit 1 when any coverage figure is lower', parsePercent)
    .option('--new', 'list only what the last scan of this store did not tell, or told otherwise (needs --store)')
    .option('--sigma <path>', 'run your own Sigma rules, a file or a folder of them, over the same evidence')
    .action(host.run((paths: readonly string[], flags: ScanFlags) => scan(paths, flags, host)))
}

async function scan(paths: readonly string[], flags: ScanFlags, { terminal }: CommandHost): Promise<ExitStatus> {
  if (flags.new === true && flags.store === undefined) throw newWithoutStore()
  const format = formatOf(flags)
  const sigma = flags.sigma === undefined ? undefined : openSigma(flags.sigma)
  const progress = createProgress(terminal)
  const outcome = await scanPaths({
    ...toEvidenceOptions(paths, flags, progress.show),
    withPlaces: flags.locations === true,
    recordRun: flags.store !== undefined,
    onRecord: sigma?.onRecord,
  })
  progress.clear()
  const previous = flags.new === true ? (assessPrevious(outcome.evidence) ?? []) : undefined
  const report = toScanReport(outcome, previous)
  const again = repeatArguments(paths, flags)
  putScan({ report, outcome, sigma: sigma?.report(outcome), format, again }, flags, terminal)
  sayReading(outcome.evidence, terminal)
  return worst(readingStatus(outcome.evidence), thresholdStatus(report, flags))
}

/** Approved copies, what a person suppressed and, where asked for, what was told before reach no threshold. */
function thresholdStatus(
  { findings, figures, acts, newSinceLastScan }: ScanReport,
  { failOn, minCoverage }: ScanFlags,
): ExitStatus {
  const isSevere =
    failOn !== undefined &&
    findings.some(
      ({ id, verdict, severity }) =>
        verdict !== 'approved' &&
        !isSuppressed(acts.find((act) => act.finding === id)) &&
        newSinceLastScan?.includes(id) !== false &&
        SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(failOn),
    )
  const isThin = minCoverage !== undefined && lowestPercent(figures) < minCoverage
  return isSevere || isThin ? EXIT.threshold : EXIT.done
}

/** What must be mended outweighs a threshold: the answer may be incomplete. */
function worst(a: ExitStatus, b: ExitStatus): ExitStatus {
  return a > b ? a : b
}
