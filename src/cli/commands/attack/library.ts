/** `tapwarden attack import` and `list`: releases of ATT&CK, kept as they were published. */
import type { Command } from 'commander'
import { importAttack } from '../../../app/answers/attack/import-attack.ts'
import { listAttackReleases } from '../../../app/answers/attack/list-releases.ts'
import { EXIT, type ExitStatus } from '../../exit-status.ts'
import type { CommandHost } from '../../host.ts'
import { jsonText } from '../../printable.ts'
import { renderImport, renderReleases } from '../../render/attack/releases-text.ts'

interface ListFlags {
  readonly library?: string
  readonly json?: boolean
}

interface ImportFlags extends ListFlags {
  readonly release?: string
  readonly source?: string
  readonly claimedHash?: readonly string[]
}

/** Adds the commands below `attack`. */
export function registerAttackLibrary(attack: Command, host: CommandHost): void {
  attack
    .command('import')
    .argument('<paths...>', 'STIX 2.0 or 2.1 bundles of ATT&CK, or folders of them')
    .description('Keep a release of ATT&CK byte for byte, with the hash of every object. Nothing is fetched.')
    .option('--release <release>', 'which release it is, where the bundle has no collection that says it: 18.1')
    .option('--library <folder>', 'where releases are kept (default: below TAPWARDEN_HOME or the data home)')
    .option('--source <text>', 'where the files were obtained')
    .option(
      '--claimed-hash <[id=]hash>',
      'a hash that the source names, of the file or of an object; kept as a claim, several times',
      collect,
    )
    .option('--json', 'machine output')
    .action(host.run((paths: readonly string[], flags: ImportFlags) => importPaths(paths, flags, host)))
  attack
    .command('list')
    .description('List the releases of ATT&CK that were imported.')
    .option('--library <folder>', 'where releases are kept')
    .option('--json', 'machine output')
    .action(host.run((flags: ListFlags) => list(flags, host)))
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}

async function importPaths(
  paths: readonly string[],
  { claimedHash, json, ...flags }: ImportFlags,
  { terminal }: CommandHost,
): Promise<ExitStatus> {
  const report = importAttack({ paths, ...flags, claimedHashes: claimedHash })
  terminal.out(json === true ? jsonText(report) : renderImport(report, terminal))
  return EXIT.done
}

async function list({ library, json }: ListFlags, { terminal }: CommandHost): Promise<ExitStatus> {
  const answer = listAttackReleases(library)
  terminal.out(json === true ? jsonText(answer) : renderReleases(answer.library, answer.releases, terminal))
  return EXIT.done
}
