/** `tapwarden tune try`: which findings other tuning would gain and lose. */
import type { Command } from 'commander'
import { readKnobs, type TuningTrial, tryTuning } from '../../app/answers/tuning/try-tuning.ts'
import { scanPaths } from '../../app/scan.ts'
import type { Finding } from '../../findings/finding.ts'
import { type EvidenceFlags, toEvidenceOptions, withEvidence } from '../evidence-arguments.ts'
import type { ExitStatus } from '../exit-status.ts'
import type { CommandHost } from '../host.ts'
import { jsonText } from '../printable.ts'
import { VERDICT_MARKS } from '../render/marks.ts'
import { createProgress } from '../render/progress-bar.ts'
import { plural } from '../render/quantities.ts'
import { readingStatus, sayReading } from '../render/reading-talk.ts'

interface TryFlags extends EvidenceFlags {
  readonly set: readonly string[]
}

/** Adds the command below `tune`, which another module may have added already. */
export function registerTuneTry(program: Command, host: CommandHost): void {
  const tune = program.commands.find((command) => command.name() === 'tune') ?? program.command('tune')
  withEvidence(tune.command('try'))
    .description('Assess the same evidence with other tuning and say which findings would be gained, lost or changed.')
    .requiredOption(
      '--set <knob=value>',
      'a knob as it would be, such as DeviceRole=edge,core; may be repeated',
      (value: string, before: readonly string[] | undefined) => [...(before ?? []), value],
    )
    .action(host.run((paths: readonly string[], flags: TryFlags) => tryKnobs(paths, flags, host)))
}

async function tryKnobs(paths: readonly string[], flags: TryFlags, { terminal }: CommandHost): Promise<ExitStatus> {
  const knobs = readKnobs(flags.set)
  const progress = createProgress(terminal)
  const outcome = await scanPaths(toEvidenceOptions(paths, flags, progress.show))
  progress.clear()
  const trial = tryTuning(outcome, knobs)
  terminal.out(flags.json === true ? jsonText(trial) : renderTrial(trial, flags.set))
  sayReading(outcome.evidence, terminal)
  return readingStatus(outcome.evidence)
}

function renderTrial({ before, after, gained, lost, changed }: TuningTrial, set: readonly string[]): string {
  const lines = [
    ...gained.map((finding) => `+ ${tell(finding)}`),
    ...lost.map((finding) => `- ${tell(finding)}`),
    ...changed.map(({ before: was, after: is }) => `~ ${tell(is)} (was ${was.verdict}, ${was.severity})`),
  ]
  const head = `With ${set.join(', ')}: ${plural(before, 'open finding')} would become ${after}`
  return [lines.length === 0 ? `${head}; nothing would change.` : `${head}:`, ...lines].join('\n')
}

function tell({ id, verdict, severity, sentence }: Finding): string {
  return `${id.slice(0, 8)} ${VERDICT_MARKS[verdict]} ${severity}  ${sentence}`
}
