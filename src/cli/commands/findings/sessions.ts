/** `tapwarden sessions`: every mirror session there is. */
import type { Command } from 'commander'
import { listSessions, type SessionRow } from '../../../app/answers/list-sessions.ts'
import { scanPaths } from '../../../app/scan.ts'
import { type EvidenceFlags, toEvidenceOptions, withEvidence } from '../../evidence-arguments.ts'
import type { ExitStatus } from '../../exit-status.ts'
import type { CommandHost } from '../../host.ts'
import { jsonText } from '../../printable.ts'
import { createProgress } from '../../render/progress-bar.ts'
import { readingStatus, sayReading } from '../../render/reading-talk.ts'
import { renderSessions } from '../../render/sessions-text.ts'

interface SessionsFlags extends EvidenceFlags {
  readonly ended?: boolean
}

/** Adds the command to the program. */
export function registerSessions(program: Command, host: CommandHost): void {
  withEvidence(program.command('sessions'))
    .description(
      'List every mirror session: what is copied, where it goes, whether it is on, and the lines that say so.',
    )
    .option('--ended', 'list past episodes too')
    .action(host.run((paths: readonly string[], flags: SessionsFlags) => sessions(paths, flags, host)))
}

async function sessions(
  paths: readonly string[],
  flags: SessionsFlags,
  { terminal }: CommandHost,
): Promise<ExitStatus> {
  const progress = createProgress(terminal)
  const { evidence, assessment } = await scanPaths(toEvidenceOptions(paths, flags, progress.show))
  progress.clear()
  const rows = listSessions(assessment, evidence.facts, { ended: flags.ended === true })
  terminal.out(flags.json === true ? toJson(rows, evidence.reading) : renderSessions(rows, terminal))
  sayReading(evidence, terminal)
  return readingStatus(evidence)
}

function toJson(
  rows: readonly SessionRow[],
  reading: Awaited<ReturnType<typeof scanPaths>>['evidence']['reading'],
): string {
  const { counts, inputs, bytes } = reading
  const notes = inputs.flatMap((input) => input.notes)
  const perInput = inputs.map(({ path, framing, dialects, units, counts: own, flows }) => ({
    path,
    framing,
    dialects,
    units,
    counts: own,
    ...(flows === undefined ? {} : { flows }),
  }))
  return jsonText({ sessions: rows, counts: { inputs: inputs.length, bytes, lines: counts, byInput: perInput }, notes })
}
