/** `tapwarden rules`: the questions asked of every timeline. */
import type { Command } from 'commander'
import { listRules, showRule } from '../../app/answers/list-rules.ts'
import { EXIT, type ExitStatus } from '../exit-status.ts'
import type { CommandHost } from '../host.ts'
import { jsonText } from '../printable.ts'
import { renderTable } from '../render/table.ts'

interface JsonFlag {
  readonly json?: boolean
}

/** Adds `rules list` and `rules show` to the program. */
export function registerRules(program: Command, host: CommandHost): void {
  const rules = program.command('rules').description('The detections: what each asks, needs and maps to.')
  rules
    .command('list', { isDefault: true })
    .description('List all detections.')
    .option('--json', 'machine output')
    .action(host.run((flags: JsonFlag) => list(flags, host)))
  rules
    .command('show <id>')
    .description('Show one detection with its tuning knobs and ATT&CK ids.')
    .option('--json', 'machine output')
    .action(host.run((id: string, flags: JsonFlag) => show(id, flags, host)))
}

async function list(flags: JsonFlag, { terminal }: CommandHost): Promise<ExitStatus> {
  const rows = listRules()
  const cells = rows.map(({ id, question, attack }) => [id, question, attack.join(' ')])
  terminal.out(
    flags.json === true
      ? jsonText({ rules: rows })
      : renderTable(['ID', 'ASKS', 'ATT&CK'], cells, terminal.widthColumns).join('\n'),
  )
  return EXIT.done
}

async function show(id: string, flags: JsonFlag, { terminal }: CommandHost): Promise<ExitStatus> {
  const rule = showRule(id)
  const lines = [
    `${rule.id}  version ${rule.version}`,
    rule.title,
    '',
    `Asks     ${rule.question}`,
    `Needs    ${rule.needs.join(', ')}`,
    `Tuning   ${rule.tuning.join(', ') || 'none'}`,
    `ATT&CK   ${rule.attack.join(', ')}`,
    `Guide    src/detections/${rule.id}/README.md`,
  ]
  terminal.out(flags.json === true ? jsonText(rule) : lines.join('\n'))
  return EXIT.done
}
