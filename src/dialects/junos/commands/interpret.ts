/** A run of typed commands of one device → what became of its mirrors. */
import type { CommandGrammar, Interpretation, TypedCommand } from '../../contract.ts'
import { rankCommand } from './rank.ts'
import { createRun } from './run.ts'

/** The grammar of commands typed on Junos: all accounts and terminals edit one candidate. */
export const commands: CommandGrammar = { sharedCandidate: true, rank: rankCommand, interpret }

/** Reads commands in order; what nobody committed is an attempt, and what nobody confirmed goes back. */
function interpret(typed: readonly TypedCommand[]): Interpretation {
  const run = createRun()
  for (const command of typed) run.read(command)
  return run.finish()
}
