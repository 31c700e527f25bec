/** `tapwarden inventory aliases`: who goes by which names, and which records belong to nobody. */
import type { Command } from 'commander'
import { reportAliases } from '../../../app/answers/inventory/alias-report.ts'
import { type EvidenceFlags, toEvidenceOptions, withEvidence } from '../../evidence-arguments.ts'
import type { ExitStatus } from '../../exit-status.ts'
import type { CommandHost } from '../../host.ts'
import { jsonText } from '../../printable.ts'
import { renderAliases } from '../../render/inventory/aliases-text.ts'
import { createProgress } from '../../render/progress-bar.ts'
import { readingStatus, sayReading } from '../../render/reading-talk.ts'

/** Adds the command below `inventory`. */
export function registerAliases(inventory: Command, host: CommandHost): void {
  withEvidence(inventory.command('aliases'))
    .description(
      'Show every name, address and serial with the subject it belongs to and by whose word; names of two devices; senders that the inventory does not know; devices never heard.',
    )
    .action(host.run((paths: readonly string[], flags: EvidenceFlags) => aliases(paths, flags, host)))
}

async function aliases(paths: readonly string[], flags: EvidenceFlags, { terminal }: CommandHost): Promise<ExitStatus> {
  const progress = createProgress(terminal)
  const { report, evidence } = await reportAliases(toEvidenceOptions(paths, flags, progress.show))
  progress.clear()
  terminal.out(flags.json === true ? jsonText(report) : renderAliases(report, terminal))
  sayReading(evidence, terminal)
  return readingStatus(evidence)
}
