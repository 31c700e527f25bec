/** `tapwarden rules`: the questions asked of every timeline. */
import type { Command } from 'commander'
import { listRules, showRule } from '../../app/answers/list-rules.ts'
import { EXIT, type ExitStatus } from '../exit-status.ts'
import type { CommandHost } from '../host.ts'
import { jsonText } from '../printable.ts'
import { renderLint } from '../render/rules/lint-text.ts'
import { renderTable } from '../render/table.ts'

interface JsonFlag {
  readonly json?: boolean
}

interface LintFlags extends JsonFlag {
  readonly verbose?: boolean
}

interface BuildFlags extends JsonFlag {
  readonly out: string
  readonly inventory?: string
}

/** Adds `rules list`, `show`, `build` and `lint` to the program. What writes and reads rules is loaded by the commands that need it. */
export function registerRules(program: Command, host: CommandHost): void {
  const rules = program.command('rules').description('The detections, and rules made of them for other systems.')
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
  rules
    .command('build <target>')
    .description('Write rules, hunts, tests or watchlists for another system: sentinel, sigma, atomic, or all.')
    .requiredOption('--out <folder>', 'write here; what an earlier build wrote is brought up to date')
    .option('--inventory <path>', 'leave out what this inventory approves, where the target can')
    .option('--json', 'machine output')
    .action(host.run((target: string, flags: BuildFlags) => build(target, flags, host)))
  rules
    .command('lint <file...>')
    .description(
      "Say which mirroring somebody else's Sigma rules and KQL queries miss, and why; exit 1 where one cannot work.",
    )
    .option('--verbose', 'name every record that is missed')
    .option('--json', 'machine output')
    .action(host.run((files: readonly string[], flags: LintFlags) => lint(files, flags, host)))
}

async function lint(files: readonly string[], flags: LintFlags, { terminal }: CommandHost): Promise<ExitStatus> {
  const { lintFiles } = await import('../../app/answers/content/lint-rules.ts')
  const reports = lintFiles(files)
  terminal.out(
    flags.json === true
      ? jsonText({ rules: reports })
      : renderLint(reports, { terminal, verbose: flags.verbose === true }),
  )
  const fails = reports.some(({ problems }) => problems.some(({ grade }) => grade === 'error'))
  return fails ? EXIT.threshold : EXIT.done
}

async function build(target: string, flags: BuildFlags, { terminal }: CommandHost): Promise<ExitStatus> {
  const { buildContent } = await import('../../app/answers/content/build-content.ts')
  const built = buildContent({ target, out: flags.out, inventory: flags.inventory })
  if (flags.json === true) {
    terminal.out(jsonText({ built }))
    return EXIT.done
  }
  for (const { title, usage, files, limits } of built) {
    const kinds = [...new Set(files.map(({ kind }) => kind))].map(
      (kind) => `${files.filter((file) => file.kind === kind).length} ${kind}`,
    )
    terminal.out(`${title}: ${kinds.join(', ')} in ${flags.out}`)
    terminal.say(usage)
    if (limits.length > 0)
      terminal.say(`${limits.length} limits stand in README.md: what this language cannot express.`)
  }
  return EXIT.done
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
