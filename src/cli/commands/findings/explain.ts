/** `tapwarden explain`: everything about one finding. */
import type { Command } from 'commander'
import { findFinding } from '../../../app/answers/find-finding.ts'
import { scanPaths } from '../../../app/scan.ts'
import { type EvidenceFlags, toEvidenceOptions, withEvidence } from '../../evidence-arguments.ts'
import { EXIT, type ExitStatus } from '../../exit-status.ts'
import type { CommandHost } from '../../host.ts'
import { jsonText } from '../../printable.ts'
import { renderFindingPage } from '../../render/finding-page.ts'
import { createProgress } from '../../render/progress-bar.ts'

/** Adds the command to the program. */
export function registerExplain(program: Command, host: CommandHost): void {
  withEvidence(program.command('explain').argument('<finding>', 'the id of a finding, or how it begins'))
    .description(
      'Show one finding whole: the lines that prove it, what weighs how much, what would change it, what to do.',
    )
    .action(
      host.run((id: string, paths: readonly string[], flags: EvidenceFlags) => explain({ id, paths, flags }, host)),
    )
}

interface Question {
  readonly id: string
  readonly paths: readonly string[]
  readonly flags: EvidenceFlags
}

async function explain({ id, paths, flags }: Question, { terminal }: CommandHost): Promise<ExitStatus> {
  const progress = createProgress(terminal)
  const { assessment } = await scanPaths({ ...toEvidenceOptions(paths, flags, progress.show), withPlaces: true })
  progress.clear()
  const finding = findFinding(assessment.findings, id)
  terminal.out(flags.json === true ? jsonText(finding) : renderFindingPage(finding, terminal))
  return EXIT.done
}
