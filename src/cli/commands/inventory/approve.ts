/** `tapwarden approve`: a finding becomes an approval, unless that would silence another. */
import type { Command } from 'commander'
import { type ApproveAnswer, approveFinding } from '../../../app/answers/inventory/approving/approve-finding.ts'
import { readPattern } from '../../../app/answers/inventory/approving/wish.ts'
import { type EvidenceFlags, toEvidenceOptions, withEvidence } from '../../evidence-arguments.ts'
import { EXIT, type ExitStatus } from '../../exit-status.ts'
import type { CommandHost } from '../../host.ts'
import { jsonText } from '../../printable.ts'
import { sayApproval } from '../../render/inventory/approve-talk.ts'
import { createProgress } from '../../render/progress-bar.ts'

interface ApproveFlags extends EvidenceFlags {
  readonly ticket: string
  readonly owner: string
  readonly purpose: string
  readonly until?: string
  readonly approver?: readonly string[]
  readonly by?: string
  readonly id?: string
  readonly pattern?: readonly string[]
  readonly case?: boolean
  readonly force?: string
  readonly output?: string
  readonly dryRun?: boolean
}

/** Adds the command to the program. */
export function registerApprove(program: Command, host: CommandHost): void {
  withEvidence(program.command('approve').argument('<finding>', 'the id of a finding, or how it begins'))
    .description(
      'Write an approval for exactly this copy. It is tried over the same evidence first, and refused where it would silence anything else.',
    )
    .requiredOption('--ticket <number>', 'the change that allows it')
    .requiredOption('--owner <name>', 'who answers for the copy')
    .requiredOption(
      '--purpose <word>',
      'what it is for: netops, troubleshooting, soc-capture, ids-ndr, automation, mssp, migration',
    )
    .option(
      '--until <time>',
      'the first moment at which it no longer holds (ISO 8601); must be for troubleshooting and migration',
    )
    .option('--approver <account>', 'who approved it; may be repeated', addText)
    .option('--by <account>', 'who writes this')
    .option('--id <id>', 'the id of the approval; ticket and finding by default')
    .option(
      '--pattern <key=value>',
      'widen it: role=edge, site=ams1, session=*, collector=ids-1; may be repeated',
      addText,
    )
    .option('--case', 'approve every open copy of the same case, each by its own entry')
    .option('--force <reason>', 'approve what the approver set up; the reason stays in the approval')
    .option('--output <file>', 'write this new file; by default one in the folder of the inventory')
    .option('--dry-run', 'print the approval and what it would change, write nothing')
    .action(
      host.run((id: string, paths: readonly string[], flags: ApproveFlags) => approve({ id, paths, flags }, host)),
    )
}

function addText(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text]
}

interface Question {
  readonly id: string
  readonly paths: readonly string[]
  readonly flags: ApproveFlags
}

async function approve({ id, paths, flags }: Question, { terminal }: CommandHost): Promise<ExitStatus> {
  const { ticket, owner, purpose, until, approver = [], by, force, pattern = [] } = flags
  const progress = createProgress(terminal)
  const answer = await approveFinding({
    ...toEvidenceOptions(paths, flags, progress.show),
    finding: id,
    wish: {
      id: flags.id,
      ticket,
      owner,
      purpose,
      until,
      approvers: approver,
      by,
      force,
      pattern: readPattern(pattern),
    },
    wholeCase: flags.case === true,
    output: flags.output,
    dryRun: flags.dryRun === true,
  })
  progress.clear()
  if (flags.json === true) terminal.out(toJson(answer))
  else if (answer.written === null) terminal.out(answer.yaml)
  sayApproval(answer, terminal)
  return EXIT.done
}

function toJson({ approvals, effects, written, yaml }: ApproveAnswer): string {
  return jsonText({ approvals, effects, written, yaml })
}
