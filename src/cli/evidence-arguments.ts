/** Arguments and options that every command which reads evidence shares. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { EvidenceOptions, Progress } from '../app/evidence/gather-evidence.ts'

/** As commander hands them over. */
export interface EvidenceFlags {
  readonly inventory?: string
  readonly at?: string
  readonly asKnown?: string
  readonly store?: string
  readonly realm?: string
  readonly trust?: 'authenticated' | 'network-path' | 'spoofable'
  readonly exactCoverage?: boolean
  readonly json?: boolean
}

/** Adds `PATH…`, `--inventory`, `--at`, `--store`, `--realm`, `--trust` and `--json` to a command. */
export function withEvidence(command: Command): Command {
  return command
    .argument(
      '[path...]',
      'files or folders with evidence, or - for standard input; none with --store: only what it holds',
    )
    .option('-i, --inventory <folder>', 'what you know and approved (YAML)')
    .option('--at <time>', 'answer for this moment (ISO 8601; UTC where no zone is given)')
    .option('--as-known <time>', 'answer with what the store and its inventory held by then')
    .option('--store <file>', 'keep facts in this file and assess all that it holds')
    .option('--realm <name>', 'the tenant or site that these inputs belong to')
    .addOption(
      new Option('--trust <level>', 'how hard these inputs are to forge')
        .choices(['authenticated', 'network-path', 'spoofable'])
        .default('network-path'),
    )
    .option('--exact-coverage', 'hear every line, however much there is (large logs take several times as long)')
    .option('--json', 'machine output')
}

/** Flags → what the program wants. */
export function toEvidenceOptions(
  paths: readonly string[],
  flags: EvidenceFlags,
  onProgress: ((progress: Progress) => void) | undefined,
): EvidenceOptions {
  const { inventory, at, asKnown, store, realm, trust, exactCoverage } = flags
  return { paths, inventory, at, asKnown, store, realm, trust, exactCoverage, onProgress }
}

/** The same question as words of a command line, for the next command to suggest: `configs --inventory inv --at 2026-11-14`. */
export function repeatArguments(paths: readonly string[], flags: EvidenceFlags): string {
  const { inventory, at, asKnown, store, realm } = flags
  const options = Object.entries({ inventory, at, 'as-known': asKnown, store, realm })
  const given = options.flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value]))
  return [...paths, ...given].map(quote).join(' ')
}

function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}

/** Reads a whole number of percent, 0 to 100. */
export function parsePercent(text: string): number {
  const value = Number(text)
  if (!/^\d+(\.\d+)?$/.test(text) || value > 100) throw new InvalidArgumentError('a number from 0 to 100.')
  return value
}
