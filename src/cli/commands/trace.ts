/** `tapwarden trace`: what became of one line, stage by stage. */
import type { Command } from 'commander'
import { type LineTrace, traceLine } from '../../app/answers/trace-line.ts'
import { EXIT, type ExitStatus } from '../exit-status.ts'
import type { CommandHost } from '../host.ts'
import { jsonText } from '../printable.ts'

interface TraceFlags {
  readonly json?: boolean
  readonly at?: string
  readonly inventory?: string
}

/** Adds the command to the program. */
export function registerTrace(program: Command, host: CommandHost): void {
  program
    .command('trace <file:line> [path...]')
    .description(
      'Tell what became of one line: who claimed it, which words selected it, which facts it gave, which findings rest on it.',
    )
    .option('-i, --inventory <folder>', 'what you know and approved (YAML)')
    .option('--at <time>', 'answer for this moment (ISO 8601)')
    .option('--json', 'machine output')
    .action(
      host.run((place: string, paths: readonly string[], flags: TraceFlags) => trace(place, { paths, ...flags }, host)),
    )
}

async function trace(
  place: string,
  flags: TraceFlags & { readonly paths: readonly string[] },
  { terminal }: CommandHost,
): Promise<ExitStatus> {
  const found = await traceLine(place, flags)
  terminal.out(flags.json === true ? jsonText(found) : render(found))
  return found.stages.length === 0 ? EXIT.mend : EXIT.done
}

function render({ place, stages, findings }: LineTrace): string {
  const width = Math.max(...stages.map(({ stage }) => stage.length), 'findings'.length)
  const lines = stages.map(({ stage, says }) => `${stage.padEnd(width)}  ${says}`)
  const rests = findings.map(({ id, sentence }) => `${'findings'.padEnd(width)}  ${id.slice(0, 8)} ${sentence}`)
  return [place, ...lines, ...(rests.length > 0 ? rests : [`${'findings'.padEnd(width)}  none rests on it`])].join('\n')
}
