/** `tapwarden timeline`: who did what, when, on one device or account. */
import type { Command } from 'commander'
import { readSince } from '../../../app/answers/history/since.ts'
import { subjectHistory } from '../../../app/answers/history/subject-history.ts'
import { scanPaths } from '../../../app/scan.ts'
import { type EvidenceFlags, toEvidenceOptions, withEvidence } from '../../evidence-arguments.ts'
import type { ExitStatus } from '../../exit-status.ts'
import type { CommandHost } from '../../host.ts'
import { jsonText } from '../../printable.ts'
import { renderHistory } from '../../render/history-text.ts'
import { createProgress } from '../../render/progress-bar.ts'
import { readingStatus, sayReading } from '../../render/reading-talk.ts'

interface TimelineFlags extends EvidenceFlags {
  readonly since?: string
}

/** Adds the command to the program. */
export function registerTimeline(program: Command, host: CommandHost): void {
  withEvidence(program.command('timeline').argument('<subject>', 'a device or account, or a part of its name'))
    .description(
      'Tell everything that happened on one device or account in time order: acts, configurations, signals, tickets.',
    )
    .option('--since <time>', '24h, 7d, or a time')
    .action(
      host.run((subject: string, paths: readonly string[], flags: TimelineFlags) =>
        timeline({ subject, paths, flags }, host),
      ),
    )
}

interface Question {
  readonly subject: string
  readonly paths: readonly string[]
  readonly flags: TimelineFlags
}

async function timeline({ subject, paths, flags }: Question, { terminal }: CommandHost): Promise<ExitStatus> {
  const progress = createProgress(terminal)
  const { evidence, assessment } = await scanPaths(toEvidenceOptions(paths, flags, progress.show))
  progress.clear()
  const { now } = evidence
  const since = flags.since === undefined ? undefined : readSince(flags.since, now)
  const history = subjectHistory(assessment, { subject, since, now })
  terminal.out(flags.json === true ? jsonText(history) : renderHistory(history, terminal))
  sayReading(evidence, terminal)
  return readingStatus(evidence)
}
