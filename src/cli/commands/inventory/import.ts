/** `tapwarden inventory import`: devices from the lists that other tools keep. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import {
  IMPORT_FIELDS,
  IMPORT_FORMATS,
  type ImportAnswer,
  type ImportField,
  type ImportFormat,
  importInventory,
} from '../../../app/answers/inventory/import-inventory.ts'
import { EXIT, type ExitStatus } from '../../exit-status.ts'
import type { CommandHost } from '../../host.ts'
import { jsonText } from '../../printable.ts'
import { sayImport } from '../../render/inventory/import-talk.ts'

interface ImportFlags {
  readonly format?: ImportFormat
  readonly realm?: string
  readonly column?: ReadonlyMap<ImportField, string>
  readonly delimiter?: string
  readonly inventory?: string
  readonly output?: string
  readonly json?: boolean
}

/** Adds the command below `inventory`. */
export function registerImport(inventory: Command, host: CommandHost): void {
  inventory
    .command('import')
    .argument('<source...>', 'files, those first whose word counts first')
    .description(
      'Make an inventory file of devices from CSV, NetBox JSON, Ansible inventories and router.db, and say what was merged and left out.',
    )
    .addOption(
      new Option('--format <format>', 'what the sources are, where it is not recognised').choices(IMPORT_FORMATS),
    )
    .option('--realm <name>', 'the tenant or site that these devices belong to')
    .option(
      '--column <field=name>',
      `which column, variable or place holds a field (${IMPORT_FIELDS.join(', ')}); may be repeated`,
      addColumn,
    )
    .option('--delimiter <character>', 'what separates the fields of a router.db')
    .option('-i, --inventory <folder>', 'leave out devices that this inventory has already')
    .option('--output <file>', 'write a new file instead of printing')
    .option('--json', 'machine output')
    .action(host.run(async (sources: readonly string[], flags: ImportFlags) => importSources(sources, flags, host)))
}

function addColumn(
  text: string,
  before: ReadonlyMap<ImportField, string> = new Map(),
): ReadonlyMap<ImportField, string> {
  const equals = text.indexOf('=')
  const field = IMPORT_FIELDS.find((known) => known === text.slice(0, equals))
  if (field === undefined) throw new InvalidArgumentError(`FIELD=NAME with one of ${IMPORT_FIELDS.join(', ')}.`)
  return new Map([...before, [field, text.slice(equals + 1)]])
}

function importSources(sources: readonly string[], flags: ImportFlags, { terminal }: CommandHost): ExitStatus {
  const { format, realm, column = new Map(), delimiter, inventory, output, json } = flags
  const answer = importInventory({ sources, format, realm, columns: column, delimiter, inventory, output })
  if (json === true) terminal.out(toJson(answer))
  else if (answer.written === null) terminal.out(answer.text)
  sayImport(answer, terminal)
  return EXIT.done
}

function toJson({ sources, devices, notes, written, text }: ImportAnswer): string {
  return jsonText({ sources, devices, notes, written, yaml: text })
}
