/** Files that other tools keep → an inventory file of devices, printed or written. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { type DeviceImport, type ImportFormat, importDevices } from '../../../inventory/importing/import-devices.ts'
import type { ImportField, ImportText } from '../../../inventory/importing/import-source.ts'
import type { KnownPlatform } from '../../../inventory/importing/platform-names.ts'
import { loadInventory } from '../../evidence/load-inventory.ts'
import { dialects } from '../../plug-ins.ts'
import { unreadableSource } from './errors.ts'
import { writeNewFile } from './write-new-file.ts'

export { IMPORT_FORMATS, type ImportFormat } from '../../../inventory/importing/import-devices.ts'
export { IMPORT_FIELDS, type ImportField } from '../../../inventory/importing/import-source.ts'

/** What the operator asks for. */
export interface ImportOptions {
  readonly sources: readonly string[]
  readonly format?: ImportFormat | undefined
  readonly realm?: string | undefined
  readonly columns: ReadonlyMap<ImportField, string>
  readonly delimiter?: string | undefined
  /** Devices listed here already are left out. */
  readonly inventory?: string | undefined
  /** The file to write; none is written where absent. */
  readonly output?: string | undefined
}

/** The import, and the file that was written. */
export interface ImportAnswer extends DeviceImport {
  readonly written: string | null
}

/** Lists of tens of thousands of devices take a few megabytes. */
const MAX_SOURCE_BYTES = 64 * 1024 * 1024

/** Imports all sources in the order given. Throws `TW_IMPORT_…`, and `TW_INVENTORY_EXISTS` rather than overwriting a file. */
export function importInventory({ sources, output, inventory, ...hints }: ImportOptions): ImportAnswer {
  const imported = importDevices({
    ...hints,
    sources: sources.map(readSource),
    platforms: knownPlatforms(),
    inventory: loadInventory(inventory).inventory,
  })
  if (output !== undefined) writeNewFile(output, imported.text)
  return { ...imported, written: output ?? null }
}

/** Platforms whose configurations or commands are read; an audit trail is none. */
function knownPlatforms(): readonly KnownPlatform[] {
  return dialects
    .filter(({ document, commands }) => document !== undefined || commands !== undefined)
    .map(({ id, platform = id, aliases }) => ({ id: platform, names: [id, ...aliases] }))
}

function readSource(path: string): ImportText {
  return { path, text: readText(path), besides: variableFilesBeside(path) }
}

function readText(path: string): string {
  try {
    const { size } = statSync(path)
    if (size > MAX_SOURCE_BYTES) throw unreadableSource(path, 'is larger than 64 MiB')
    return readFileSync(path, 'utf8')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && cause.code.startsWith('E'))
      throw unreadableSource(path, 'cannot be read', cause)
    throw cause
  }
}

/** The files below `group_vars` and `host_vars` beside a source, in path order; only an Ansible inventory looks at them. */
function variableFilesBeside(path: string): ImportText['besides'] {
  const folder = dirname(path)
  const files = ['group_vars', 'host_vars'].flatMap((name) => filesBelow(join(folder, name))).sort()
  return files.map((file) => ({ path: relative(folder, file), text: readText(file) }))
}

function filesBelow(folder: string): readonly string[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
