/** `tapwarden attack navigator`: a layer of what is covered here. */
import type { Command } from 'commander'
import { navigatorLayer, writeLayer } from '../../../app/answers/attack/navigator.ts'
import { EXIT, type ExitStatus } from '../../exit-status.ts'
import type { CommandHost } from '../../host.ts'
import { jsonText } from '../../printable.ts'

interface NavigatorFlags {
  readonly attackVersion: string
  readonly out?: string
}

/** Adds the command below `attack`. */
export function registerAttackNavigator(attack: Command, host: CommandHost): void {
  attack
    .command('navigator')
    .description('Write a layer for the ATT&CK Navigator (4.5) from what the installed detections and readers cover.')
    .option('--attack-version <version>', 'whose ids: 18 or 19', '18')
    .option('--out <file>', 'write it there instead of to standard output')
    .option('--json', 'machine output; a layer is always JSON')
    .action(host.run((flags: NavigatorFlags) => navigator(flags, host)))
}

async function navigator({ attackVersion, out }: NavigatorFlags, { terminal }: CommandHost): Promise<ExitStatus> {
  const layer = navigatorLayer(attackVersion)
  if (out === undefined) terminal.out(jsonText(layer))
  else {
    writeLayer(layer, out)
    terminal.say(`Wrote ${layer.techniques.length} techniques to ${out}.`)
  }
  return EXIT.done
}
