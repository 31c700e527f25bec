/** `tapwarden inventory diff`: what was approved against what is there. */
import type { Command } from 'commander'
import { agrees, diffInventory } from '../../../app/answers/inventory/diff-inventory.ts'
import { type EvidenceFlags, repeatArguments, toEvidenceOptions, withEvidence } from '../../evidence-arguments.ts'
import { EXIT, type ExitStatus } from '../../exit-status.ts'
import type { CommandHost } from '../../host.ts'
import { jsonText } from '../../printable.ts'
import { renderDiff } from '../../render/inventory/diff-text.ts'
import { createProgress } from '../../render/progress-bar.ts'
import { readingStatus, sayReading } from '../../render/reading-talk.ts'

interface DiffFlags extends EvidenceFlags {
  readonly allowMissing?: boolean
}

/** Adds the command below `inventory`. */
export function registerDiff(inventory: Command, host: CommandHost): void {
  withEvidence(inventory.command('diff'))
    .description(
      'Compare every approval and every session, dimension by dimension: complies, missing (approved, not found) or extra (found, not approved). Exits 1 when they disagree.',
    )
    .option('--allow-missing', 'approvals without a session are no disagreement')
    .action(host.run((paths: readonly string[], flags: DiffFlags) => diff(paths, flags, host)))
}

async function diff(paths: readonly string[], flags: DiffFlags, { terminal }: CommandHost): Promise<ExitStatus> {
  const progress = createProgress(terminal)
  const answer = await diffInventory(toEvidenceOptions(paths, flags, progress.show))
  progress.clear()
  const again = repeatArguments(paths, flags)
  terminal.out(flags.json === true ? jsonText(answer.diff) : renderDiff(answer.diff, { terminal, again }))
  sayReading(answer.evidence, terminal)
  const status = readingStatus(answer.evidence)
  const isSame = agrees(answer.diff, { allowMissing: flags.allowMissing === true })
  return status === EXIT.done && !isSame ? EXIT.threshold : status
}
