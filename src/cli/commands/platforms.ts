/** `tapwarden platforms`: what is read, and how much of it. */
import type { Command } from 'commander'
import {
  type FlowFormatRow,
  listFlowFormats,
  listPlatforms,
  type PlatformRow,
} from '../../app/answers/list-platforms.ts'
import { EXIT, type ExitStatus } from '../exit-status.ts'
import type { CommandHost } from '../host.ts'
import { jsonText } from '../printable.ts'
import { renderTable } from '../render/table.ts'
import { wrap } from '../render/wrap.ts'
import type { Terminal } from '../terminal.ts'

/** Adds the command to the program. */
export function registerPlatforms(program: Command, host: CommandHost): void {
  program
    .command('platforms')
    .description('List the platforms and record formats that tapwarden reads.')
    .option('--json', 'machine output')
    .action(host.run((flags: { readonly json?: boolean }) => platforms(flags, host)))
}

async function platforms(flags: { readonly json?: boolean }, { terminal }: CommandHost): Promise<ExitStatus> {
  const model = { platforms: listPlatforms(), flowFormats: listFlowFormats() }
  terminal.out(
    flags.json === true
      ? jsonText(model)
      : [...dialectTable(model.platforms, terminal), '', ...flowTable(model.flowFormats, terminal)].join('\n'),
  )
  return EXIT.done
}

function dialectTable(rows: readonly PlatformRow[], { widthColumns }: Terminal): readonly string[] {
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
  return renderTable(['ID', 'TITLE', 'CONFIG', 'LINES', 'RECORDS', 'COMMANDS', 'PLAYBOOK'], cells, widthColumns)
}

/** What flow records come in, and beneath each format what it can never show. */
function flowTable(rows: readonly FlowFormatRow[], { widthColumns }: Terminal): readonly string[] {
  const cells = rows.map(({ id, title, observer, arrives }) => [id, title, observer, arrives.join(', ')])
  const limits = rows.flatMap(({ id, limits: never }) => never.map((sentence) => `${id}: ${sentence}`))
  return [
    ...renderTable(['FLOWS', 'TITLE', 'OBSERVER', 'ARRIVES AS'], cells, widthColumns),
    '',
    'What they can never show:',
    ...limits.flatMap((sentence) => wrap(sentence, widthColumns)),
  ]
}
