/** The page of commands and options: what the command itself prints as help, command by command. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { EXIT } from '../../src/cli/exit-status.ts'
import { readDeclarations } from './doc-comments.ts'
import { fence, page, table } from './markdown.ts'
import type { Help } from './print-help.ts'

const run = promisify(execFile)

/** `docs/reference/cli.md`. */
export async function writeCliPage(root: string): Promise<string> {
  const helps = await collectHelp()
  const statuses = readDeclarations(join(root, 'src', 'cli', 'exit-status.ts')).get('EXIT')?.members ?? []
  const sections = helps.map(({ words, text }) => `## ${['tapwarden', ...words].join(' ')}\n\n${fence(text, 'text')}`)
  const exits = statuses.map(({ name, comment }) => [String(new Map(Object.entries(EXIT)).get(name)), comment])
  return page('Commands', [
    'Data goes to standard output, talk to standard error. `--json` is for programs; colours follow `NO_COLOR` and `FORCE_COLOR`.',
    `## Exit status\n\n${table(['status', 'meaning'], exits)}`,
    'Where both 1 and 2 would apply it is 2: the answer may be incomplete.',
    ...sections,
  ])
}

async function collectHelp(): Promise<readonly Help[]> {
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'print-help.ts')])
  return JSON.parse(stdout)
}
