/** `tapwarden platforms`: what is read, and how much of it. */
import type { Command } from 'commander'
import { listPlatforms } from '../../app/answers/list-platforms.ts'
import { EXIT, type ExitStatus } from '../exit-status.ts'
import type { CommandHost } from '../host.ts'
import { renderTable } from '../render/table.ts'

/** Adds the command to the program. */
export function registerPlatforms(program: Command, host: CommandHost): void {
  program
    .command('platforms')
    .description('List the platforms and record formats that tapwarden reads.')
    .option('--json', 'machine output')
    .action(host.run((flags: { readonly json?: boolean }) => platforms(flags, host)))
}

async function platforms(flags: { readonly json?: boolean }, { terminal }: CommandHost): Promise<ExitStatus> {
  const rows = listPlatforms()
  const mark = (does: boolean): string => (does ? '●' : '–')
  const cells = rows.map((row) => [
    row.id,
    row.title,
    mark(row.configuration),
    mark(row.log),
    mark(row.audit),
    mark(row.commands),
    mark(row.playbook),
  ])
  terminal.out(
    flags.json === true
      ? JSON.stringify({ platforms: rows }, null, 2)
      : renderTable(
          ['ID', 'TITLE', 'CONFIG', 'LINES', 'RECORDS', 'COMMANDS', 'PLAYBOOK'],
          cells,
          terminal.widthColumns,
        ).join('\n'),
  )
  return EXIT.done
}
