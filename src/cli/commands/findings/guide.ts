/** `tapwarden guide`: how to go on from one finding. */
import type { Command } from 'commander'
import { guideFinding } from '../../../app/answers/guide/finding-guide.ts'
import { scanPaths } from '../../../app/scan.ts'
import { type EvidenceFlags, repeatArguments, toEvidenceOptions, withEvidence } from '../../evidence-arguments.ts'
import { EXIT, type ExitStatus } from '../../exit-status.ts'
import type { CommandHost } from '../../host.ts'
import { jsonText } from '../../printable.ts'
import { renderGuide } from '../../render/guide-text.ts'
import { createProgress } from '../../render/progress-bar.ts'

/** Adds the command to the program. */
export function registerGuide(program: Command, host: CommandHost): void {
  withEvidence(program.command('guide').argument('<finding>', 'the id of a finding, or how it begins'))
    .description(
      'Guide through one finding: questions with what the evidence answers, playbook, hunts, and what tuning would do.',
    )
    .action(host.run((id: string, paths: readonly string[], flags: EvidenceFlags) => guide({ id, paths, flags }, host)))
}

interface Question {
  readonly id: string
  readonly paths: readonly string[]
  readonly flags: EvidenceFlags
}

async function guide({ id, paths, flags }: Question, { terminal }: CommandHost): Promise<ExitStatus> {
  const progress = createProgress(terminal)
  const outcome = await scanPaths(toEvidenceOptions(paths, flags, progress.show))
  progress.clear()
  const found = guideFinding(outcome, id)
  terminal.out(
    flags.json === true ? jsonText(found) : renderGuide(found, { terminal, again: repeatArguments(paths, flags) }),
  )
  return EXIT.done
}
