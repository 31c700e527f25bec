/** `tapwarden hunt`: every act on mirrors in a stretch of time, newest first, approved or not. */
import { type Command, Option } from 'commander'
import { listHunts, openHunt } from '../../../app/answers/history/behaviours.ts'
import { type HuntRow, hunt } from '../../../app/answers/history/hunt.ts'
import { readSince } from '../../../app/answers/history/since.ts'
import { scanPaths } from '../../../app/scan.ts'
import { type EvidenceFlags, repeatArguments, toEvidenceOptions, withEvidence } from '../../evidence-arguments.ts'
import { EXIT, type ExitStatus } from '../../exit-status.ts'
import type { CommandHost } from '../../host.ts'
import { jsonText } from '../../printable.ts'
import { renderHunt } from '../../render/history-text.ts'
import { createProgress } from '../../render/progress-bar.ts'
import { readingStatus, sayReading } from '../../render/reading-talk.ts'
import { renderTable } from '../../render/table.ts'

const KINDS = ['change', 'attempt', 'seen', 'end', 'signal'] as const

interface HuntFlags extends EvidenceFlags {
  readonly since: string
  readonly kind?: HuntRow['kind']
  readonly behaviour?: string
  readonly list?: boolean
}

/** Adds the command to the program. */
export function registerHunt(program: Command, host: CommandHost): void {
  withEvidence(program.command('hunt'))
    .description('List every act on mirrors and their witnesses since a time, newest first, whatever was approved.')
    .option('--since <time>', '24h, 7d, or a time', '24h')
    .option('--behaviour <id>', 'only acts that this behaviour is about; --list names them')
    .option('--list', 'list the behaviours that can be hunted, and read nothing')
    .addOption(new Option('--kind <kind>', 'only events of this kind').choices(KINDS))
    .action(host.run((paths: readonly string[], flags: HuntFlags) => huntPaths(paths, flags, host)))
}

async function huntPaths(paths: readonly string[], flags: HuntFlags, { terminal }: CommandHost): Promise<ExitStatus> {
  if (flags.list === true) return list(flags, terminal)
  const progress = createProgress(terminal)
  const { evidence, assessment } = await scanPaths(toEvidenceOptions(paths, flags, progress.show))
  progress.clear()
  const { now } = evidence
  const since = readSince(flags.since, now)
  const only = flags.behaviour === undefined ? undefined : openHunt(flags.behaviour, { evidence, assessment })
  const rows = hunt(assessment, { since, now, only }).filter(
    ({ kind }) => flags.kind === undefined || kind === flags.kind,
  )
  terminal.out(
    flags.json === true
      ? jsonText({ since, at: now, rows })
      : renderHunt(rows, { terminal, since, now, again: repeatArguments(paths, flags) }),
  )
  sayReading(evidence, terminal)
  return readingStatus(evidence)
}

function list({ json }: HuntFlags, terminal: CommandHost['terminal']): ExitStatus {
  const hunts = listHunts()
  const cells = hunts.map(({ id, title }) => [id, title])
  terminal.out(
    json === true
      ? jsonText({ hunts })
      : renderTable(['BEHAVIOUR', 'LOOKS FOR'], cells, terminal.widthColumns).join('\n'),
  )
  return EXIT.done
}
