/** `tapwarden inventory …`, `approve`, `approvals …` and `tune show`: everything about what is known and approved. */
import type { Command } from 'commander'
import type { CommandHost } from '../../host.ts'
import { registerAliases } from './aliases.ts'
import { registerApprovals } from './approvals.ts'
import { registerApprove } from './approve.ts'
import { registerDiff } from './diff.ts'
import { registerImport } from './import.ts'
import { registerShow } from './show.ts'
import { registerTuneShow } from './tune-show.ts'

/** Adds the commands to the program. */
export function registerInventory(program: Command, host: CommandHost): void {
  const inventory = program
    .command('inventory')
    .description('What is known and approved, and how evidence agrees with it.')
  registerImport(inventory, host)
  registerAliases(inventory, host)
  registerDiff(inventory, host)
  registerShow(inventory, host)
  registerTuneShow(program, host)
  registerApprove(program, host)
  registerApprovals(program, host)
}
