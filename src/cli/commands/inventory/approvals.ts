/** `tapwarden approvals expire`: what ends when, and what would then be a finding. */
import type { Command } from 'commander'
import { expireApprovals } from '../../../app/answers/inventory/approving/expire-approvals.ts'
import { type EvidenceFlags, toEvidenceOptions, withEvidence } from '../../evidence-arguments.ts'
import type { ExitStatus } from '../../exit-status.ts'
import type { CommandHost } from '../../host.ts'
import { jsonText } from '../../printable.ts'
import { renderExpiry } from '../../render/inventory/expiry-text.ts'
import { createProgress } from '../../render/progress-bar.ts'
import { readingStatus, sayReading } from '../../render/reading-talk.ts'

/** Adds the command to the program. */
export function registerApprovals(program: Command, host: CommandHost): void {
  const approvals = program.command('approvals').description('Approvals and when they end.')
  withEvidence(approvals.command('expire'))
    .description('List which approvals end when, who owns them, and which findings there would be then.')
    .option('--dry-run', 'accepted for clarity: approvals end by time alone, and nothing is ever written here')
    .action(host.run((paths: readonly string[], flags: EvidenceFlags) => expire(paths, flags, host)))
}

async function expire(paths: readonly string[], flags: EvidenceFlags, { terminal }: CommandHost): Promise<ExitStatus> {
  const progress = createProgress(terminal)
  const { report, evidence } = await expireApprovals(toEvidenceOptions(paths, flags, progress.show))
  progress.clear()
  terminal.out(flags.json === true ? jsonText(report) : renderExpiry(report, terminal))
  sayReading(evidence, terminal)
  return readingStatus(evidence)
}
