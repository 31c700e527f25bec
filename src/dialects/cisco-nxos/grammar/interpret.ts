/** A run of typed commands → what each of them meant. */
import { interpretCommands } from '../../_cisco-configuration/commands/interpret.ts'
import type { CommandGrammar } from '../../contract.ts'
import { rankCommand } from './rank.ts'
import { createReader } from './reader.ts'

/** The grammar of commands typed on NX-OS. */
export const commands: CommandGrammar = {
  rank: rankCommand,
  interpret: (typed) => interpretCommands(typed, createReader({ snapshot: false })),
}
