/** The command line: picks the command, says errors in the house voice, returns the exit status. */
import { Command, CommanderError } from 'commander'
import { TapwardenError } from '../kit/errors.ts'
import { registerAttack } from './commands/attack.ts'
import { registerBaseline } from './commands/baseline.ts'
import { registerFindings } from './commands/findings/index.ts'
import { registerInventory } from './commands/inventory/index.ts'
import { registerPlatforms } from './commands/platforms.ts'
import { registerRules } from './commands/rules.ts'
import { registerSelftest } from './commands/selftest.ts'
import { registerTrace } from './commands/trace.ts'
import { registerTuneTry } from './commands/tune-try.ts'
import { EXIT, type ExitStatus } from './exit-status.ts'
import type { CommandHost } from './host.ts'
import { processTerminal, type Terminal } from './terminal.ts'
import { version } from './version.ts'

/**
 * Runs one command line (without `node` and the script) and returns the exit status: 0 done, 1 a threshold was reached,
 * 2 the operator must mend something. Never throws for operator mistakes or odd evidence.
 */
export async function main(argv: readonly string[], terminal: Terminal = processTerminal()): Promise<number> {
  let status: ExitStatus = EXIT.done
  const host: CommandHost = {
    terminal,
    run:
      (work) =>
      async (...args) => {
        status = await work(...args)
      },
  }
  try {
    await createProgram(host).parseAsync(argv, { from: 'user' })
    return status
  } catch (error) {
    return sayError(error, terminal)
  }
}

function createProgram(host: CommandHost): Command {
  const program = new Command('tapwarden')
    .description('Finds traffic being copied off a network without permission.')
    .version(version(), '-V, --version')
    .exitOverride()
    .configureOutput({ writeOut: host.terminal.out, writeErr: host.terminal.say })
    .showSuggestionAfterError()
    .addHelpText(
      'after',
      '\nBegin with: tapwarden scan FOLDER   (configuration backups, logs, accounting, audit trails; any mixture)',
    )
  const register = [
    registerFindings,
    registerTuneTry,
    registerBaseline,
    registerInventory,
    registerTrace,
    registerSelftest,
    registerPlatforms,
    registerRules,
    registerAttack,
  ]
  for (const add of register) add(program, host)
  for (const command of program.commands)
    command.exitOverride().configureOutput({ writeOut: host.terminal.out, writeErr: host.terminal.say })
  return program
}

function sayError(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.mend
  if (error instanceof TapwardenError) {
    terminal.say(`${error.code}: ${error.message}\n${error.help}`)
    return EXIT.mend
  }
  throw error
}

/* c8 ignore next 3 -- started as a program: what the launcher and `node src/cli/main.ts` do */
if (import.meta.main) {
  process.exitCode = await main(process.argv.slice(2))
}
