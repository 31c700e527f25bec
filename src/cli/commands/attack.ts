/** `tapwarden attack`: how far the analytics of MITRE ATT&CK are answered. */
import type { Command } from 'commander'
import { listAttackCoverage } from '../../app/answers/attack/attack-coverage.ts'
import { EXIT, type ExitStatus } from '../exit-status.ts'
import type { CommandHost } from '../host.ts'
import { jsonText } from '../printable.ts'
import { renderAttackCoverage } from '../render/attack/coverage-text.ts'

/** Adds the command to the program. */
export function registerAttack(program: Command, host: CommandHost): void {
  const attack = program.command('attack').description('MITRE ATT&CK: the technique and its analytics.')
  attack
    .command('coverage', { isDefault: true })
    .description(
      'List the analytics of traffic duplication and capture: the detections that ask them, legs, log sources.',
    )
    .option('--json', 'machine output')
    .action(host.run((flags: { readonly json?: boolean }) => coverage(flags, host)))
}

async function coverage(flags: { readonly json?: boolean }, { terminal }: CommandHost): Promise<ExitStatus> {
  const rows = listAttackCoverage()
  terminal.out(flags.json === true ? jsonText({ attack: rows }) : renderAttackCoverage(rows, terminal))
  return EXIT.done
}
