/** `tapwarden baseline`: a first inventory of what is there, for people to review, and the one that is in force. */
import type { Command } from 'commander'
import { proposeFromEvidence } from '../../app/answers/propose-baseline.ts'
import { type EvidenceFlags, toEvidenceOptions, withEvidence } from '../evidence-arguments.ts'
import { EXIT, type ExitStatus } from '../exit-status.ts'
import type { CommandHost } from '../host.ts'
import { jsonText } from '../printable.ts'
import { createProgress } from '../render/progress-bar.ts'
import { registerShow } from './inventory/show.ts'

interface BaselineFlags extends EvidenceFlags {
  readonly out?: string
}

/** Adds the command to the program. */
export function registerBaseline(program: Command, host: CommandHost): void {
  const baseline = program
    .command('baseline')
    .description('Begin an inventory from what is observed, and show the one in force.')
  withEvidence(baseline.command('propose'))
    .description(
      'Propose approvals for what is observed: clustered, riskiest first, every entry unreviewed (an unreviewed entry never approves).',
    )
    .option('--out <folder>', 'write proposal.yaml and review.yaml there instead of printing')
    .action(host.run((paths: readonly string[], flags: BaselineFlags) => propose(paths, flags, host)))
  registerShow(baseline, host)
}

async function propose(paths: readonly string[], flags: BaselineFlags, { terminal }: CommandHost): Promise<ExitStatus> {
  const progress = createProgress(terminal)
  const result = await proposeFromEvidence({ ...toEvidenceOptions(paths, flags, progress.show), out: flags.out })
  progress.clear()
  if (flags.json === true) terminal.out(jsonText(result))
  else if (flags.out === undefined) terminal.out(result.proposal)
  for (const file of result.written) terminal.say(`Wrote ${file}`)
  if (result.review !== null && flags.out === undefined && flags.json !== true) {
    terminal.say(
      'Copies to external or foreign destinations are left out of a proposal. To see them: --out FOLDER, file review.yaml',
    )
  }
  return EXIT.done
}
