/** `tapwarden inventory show` and `tapwarden baseline show`: what is approved, from the inventory alone. */
import type { Command } from 'commander'
import { showInventory } from '../../../app/answers/inventory/show-inventory.ts'
import { EXIT, type ExitStatus } from '../../exit-status.ts'
import type { CommandHost } from '../../host.ts'
import { jsonText } from '../../printable.ts'
import { renderInventory } from '../../render/inventory/inventory-text.ts'

interface ShowFlags {
  readonly inventory?: string
  readonly at?: string
  readonly json?: boolean
}

/** Adds the command `show` below `inventory` or `baseline`. */
export function registerShow(parent: Command, host: CommandHost): void {
  parent
    .command('show')
    .description('Show authorised sessions, approved collectors and expected egress paths.')
    .option('-i, --inventory <folder>', 'what you know and approved (YAML)')
    .option('--at <time>', 'as of this moment (ISO 8601)')
    .option('--json', 'machine output')
    .action(host.run(async (flags: ShowFlags) => show(flags, host)))
}

function show({ inventory, at, json }: ShowFlags, { terminal }: CommandHost): ExitStatus {
  const shown = showInventory({ inventory, at })
  terminal.out(json === true ? jsonText(shown) : renderInventory(shown, terminal))
  return EXIT.done
}
