/** `tapwarden selftest`: the validation tests of the technique, run offline through the whole pipeline. */
import type { Command } from 'commander'
import { chooseSelftests } from '../../app/selftest/choose-selftests.ts'
import { runSelftest, type SelftestResult } from '../../app/selftest/run-selftest.ts'
import { EXIT, type ExitStatus } from '../exit-status.ts'
import type { CommandHost } from '../host.ts'
import { jsonText } from '../printable.ts'
import { renderSelftest } from '../render/selftest-text.ts'

interface SelftestFlags {
  readonly commands?: boolean
  readonly json?: boolean
}

/** Adds the command to the program. */
export function registerSelftest(program: Command, host: CommandHost): void {
  program
    .command('selftest')
    .argument('[test]', 'a number, or all', 'all')
    .description(
      'Run the validation tests: evidence of each behaviour in, every expected field of the finding checked.',
    )
    .option('--commands', 'show the commands that cause the behaviour, and those that clean up')
    .option('--json', 'machine output')
    .action(host.run((which: string, flags: SelftestFlags) => selftest(which, flags, host)))
}

async function selftest(which: string, flags: SelftestFlags, { terminal }: CommandHost): Promise<ExitStatus> {
  const results: SelftestResult[] = []
  for (const definition of chooseSelftests(which)) results.push(await runSelftest(definition))
  terminal.out(
    flags.json === true
      ? jsonText(results)
      : renderSelftest(results, { terminal, showCommands: flags.commands === true }),
  )
  return results.every(({ passed }) => passed) ? EXIT.done : EXIT.threshold
}
