/** `tapwarden ack`, `suppress`, `reopen`: what a person does to a finding, kept beside it. */
import type { Command } from 'commander'
import { type ActRequest, type RecordedAct, recordAct } from '../../../app/answers/acts/record-act.ts'
import { type EvidenceFlags, toEvidenceOptions, withEvidence } from '../../evidence-arguments.ts'
import { EXIT, type ExitStatus } from '../../exit-status.ts'
import type { CommandHost } from '../../host.ts'
import { jsonText } from '../../printable.ts'
import { createProgress } from '../../render/progress-bar.ts'
import { formatInstant } from '../../render/quantities.ts'

interface ActFlags extends EvidenceFlags {
  readonly by?: string
  readonly reason?: string
  readonly until?: string
}

interface Asked {
  readonly does: ActRequest['does']
  readonly id: string
  readonly paths: readonly string[]
  readonly flags: ActFlags
}

const ACTS: readonly { readonly name: string; readonly does: ActRequest['does']; readonly description: string }[] = [
  { name: 'ack', does: 'acknowledge', description: 'Say that somebody has seen a finding and takes care of it.' },
  {
    name: 'suppress',
    does: 'suppress',
    description: 'Take a finding off the list until a time; it comes back earlier when its claim grows.',
  },
  { name: 'reopen', does: 'reopen', description: 'Take back what was done to a finding.' },
]

/** Adds the commands to the program. */
export function registerActs(program: Command, host: CommandHost): void {
  for (const { name, does, description } of ACTS) {
    const command = program.command(name).argument('<finding>', 'the id of a finding, or how it begins')
    withEvidence(command)
      .description(`${description} Needs --store.`)
      .requiredOption('--by <account>', 'who does it')
      .requiredOption('--reason <text>', 'why')
    if (does === 'suppress') command.requiredOption('--until <time>', 'when it ends by itself (ISO 8601)')
    if (does === 'acknowledge') command.option('--until <time>', 'when it ends by itself (ISO 8601)')
    command.action(
      host.run((id: string, paths: readonly string[], flags: ActFlags) => act({ does, id, paths, flags }, host)),
    )
  }
}

async function act({ does, id, paths, flags }: Asked, { terminal }: CommandHost): Promise<ExitStatus> {
  const { by = '', reason = '', until } = flags
  const progress = createProgress(terminal)
  const recorded = await recordAct(
    { finding: id, does, by, reason, until },
    toEvidenceOptions(paths, flags, progress.show),
  )
  progress.clear()
  terminal.out(flags.json === true ? jsonText(recorded) : renderAct(recorded))
  return EXIT.done
}

const WORDS: Readonly<Record<ActRequest['does'], string>> = {
  acknowledge: 'acknowledged',
  assign: 'assigned',
  suppress: 'suppressed',
  resolve: 'resolved',
  reopen: 'reopened',
}

function renderAct({ act: { finding, does, by, until, reason }, finding: { sentence } }: RecordedAct): string {
  const end = until === undefined ? '' : ` until ${formatInstant(until)}`
  return `${finding} ${WORDS[does]} by ${by}${end}: ${reason}\n${sentence}`
}
