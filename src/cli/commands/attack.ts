/** `tapwarden attack`: MITRE ATT&CK with its provenance, and how far its analytics are answered. */
import type { Command } from 'commander'
import { attackCoverage } from '../../app/answers/attack/attack-coverage.ts'
import { EXIT, type ExitStatus } from '../exit-status.ts'
import type { CommandHost } from '../host.ts'
import { jsonText } from '../printable.ts'
import { renderAttackCoverage } from '../render/attack/coverage-text.ts'
import { registerAttackLibrary } from './attack/library.ts'
import { registerAttackNavigator } from './attack/navigator.ts'
import { registerAttackObjects } from './attack/objects.ts'

/** Adds the command to the program. */
export function registerAttack(program: Command, host: CommandHost): void {
  const attack = program
    .command('attack')
    .description('MITRE ATT&CK: what is answered of it, and its objects with their provenance.')
  attack
    .command('coverage', { isDefault: true })
    .description(
      'List the analytics of traffic duplication and capture: the detections that ask them, legs, log sources.',
    )
    .option('--json', 'machine output')
    .action(host.run((flags: { readonly json?: boolean }) => coverage(flags, host)))
  registerAttackLibrary(attack, host)
  registerAttackObjects(attack, host)
  registerAttackNavigator(attack, host)
}

async function coverage(flags: { readonly json?: boolean }, { terminal }: CommandHost): Promise<ExitStatus> {
  const answer = attackCoverage()
  terminal.out(
    flags.json === true
      ? jsonText({ attack: answer.rows, notice: answer.notice })
      : renderAttackCoverage(answer, terminal),
  )
  return EXIT.done
}
