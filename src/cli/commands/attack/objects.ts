/** `tapwarden attack show`, `diff` and `raw`: objects of ATT&CK. */
import type { Command } from 'commander'
import { diffAttack } from '../../../app/answers/attack/diff-attack.ts'
import { rawAttack } from '../../../app/answers/attack/raw-attack.ts'
import { showAttack } from '../../../app/answers/attack/show-attack.ts'
import { EXIT, type ExitStatus } from '../../exit-status.ts'
import type { CommandHost } from '../../host.ts'
import { jsonText } from '../../printable.ts'
import { renderAttackDiff } from '../../render/attack/diff-text.ts'
import { renderAttackPage } from '../../render/attack/page-text.ts'

interface ObjectFlags {
  readonly release?: string
  readonly library?: string
  readonly json?: boolean
}

interface DiffFlags extends Omit<ObjectFlags, 'release'> {
  readonly from: string
  readonly to: string
}

const ID = 'T1020.001, DET0403, AN1132, DC0078, M1041 … or a STIX id; ids of release 18 and 19'

/** Adds the commands below `attack`. */
export function registerAttackObjects(attack: Command, host: CommandHost): void {
  ofOne(
    attack.command('show'),
    "Show an object: its provenance, MITRE's words, its relations, and what is made of it here.",
  )
    .option('--json', 'machine output')
    .action(host.run((id: string, flags: ObjectFlags) => show(id, flags, host)))
  ofOne(
    attack.command('raw'),
    'Write the exact bytes of an object as they were published; their SHA-256 is the stored one.',
  )
    .option('--json', 'machine output, with the bytes in Base64')
    .action(host.run((id: string, flags: ObjectFlags) => raw(id, flags, host)))
  attack
    .command('diff')
    .argument('<id>', `${ID}, or all`)
    .description("Compare an object in two releases: hashes, MITRE's times, members.")
    .requiredOption('--from <release>', 'the earlier release')
    .requiredOption('--to <release>', 'the later release')
    .option('--library <folder>', 'where releases are kept')
    .option('--json', 'machine output')
    .action(host.run((id: string, flags: DiffFlags) => diff(id, flags, host)))
}

function ofOne(command: Command, description: string): Command {
  return command
    .argument('<id>', ID)
    .description(description)
    .option('--release <release>', 'which release (default: the newest that was imported)')
    .option('--library <folder>', 'where releases are kept')
}

async function show(id: string, { json, ...flags }: ObjectFlags, { terminal }: CommandHost): Promise<ExitStatus> {
  const page = showAttack({ id, ...flags })
  terminal.out(json === true ? jsonText(page) : renderAttackPage(page, terminal))
  return EXIT.done
}

/** Bytes leave past the terminal, which would mend their line ends and replace control characters. */
async function raw(id: string, { json, ...flags }: ObjectFlags, { terminal }: CommandHost): Promise<ExitStatus> {
  const { bytes, ...about } = rawAttack({ id, ...flags })
  if (json === true) {
    terminal.out(jsonText({ ...about, sizeBytes: bytes.length, base64: bytes.toString('base64') }))
    return EXIT.done
  }
  process.stdout.write(bytes)
  terminal.say(`${about.stixId}, release ${about.release}, SHA-256 ${about.sha256}\n${about.notice}`)
  return EXIT.done
}

async function diff(id: string, { json, ...flags }: DiffFlags, { terminal }: CommandHost): Promise<ExitStatus> {
  const answer = diffAttack({ id, ...flags })
  terminal.out(json === true ? jsonText(answer) : renderAttackDiff(answer, id === 'all', terminal))
  return EXIT.done
}
