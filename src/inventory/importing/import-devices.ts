/** Lists of devices that others keep (CSV, NetBox, Ansible, Oxidized) → an inventory file of devices. */
import type { Inventory } from '../inventory.ts'
import { readAnsible } from './ansible/read-ansible.ts'
import { isIni } from './ansible/read-ini.ts'
import { isAnsibleValue, parseYamlText } from './ansible/read-yaml.ts'
import { cleanDevices } from './clean-devices.ts'
import { unknownFormat } from './errors.ts'
import { isCsv, readCsv } from './formats/csv.ts'
import { isNetBox, readNetBox } from './formats/netbox.ts'
import { isRouterDb, readRouterDb } from './formats/router-db.ts'
import type { ImportHints, ImportText } from './import-source.ts'
import type { ImportedDevice, ImportNote, SourceReading } from './imported-device.ts'
import { leaveOutListed } from './leave-out-listed.ts'
import { mergeDevices } from './merge-devices.ts'
import type { KnownPlatform } from './platform-names.ts'
import { writeDevices } from './write-devices.ts'

/** What a source may be. */
export const IMPORT_FORMATS = ['csv', 'netbox', 'ansible', 'oxidized'] as const
/** One of {@link IMPORT_FORMATS}. */
export type ImportFormat = (typeof IMPORT_FORMATS)[number]

/** What is to be imported, and how. */
export interface ImportRequest extends ImportHints {
  /** In the order in which their word counts. */
  readonly sources: readonly ImportText[]
  /** The format of all sources; looked for in each where absent. */
  readonly format?: ImportFormat | undefined
  readonly realm?: string | undefined
  readonly platforms: readonly KnownPlatform[]
  /** Devices that are listed here already are left out. */
  readonly inventory: Inventory
}

/** The file to write and everything that must be said of it. */
export interface DeviceImport {
  readonly sources: readonly { readonly path: string; readonly format: ImportFormat; readonly entries: number }[]
  readonly devices: readonly ImportedDevice[]
  readonly notes: readonly ImportNote[]
  /** The inventory file as YAML. */
  readonly text: string
}

/**
 * Reads, checks and merges all sources. The same sources give the same answer, byte for byte. Throws `TW_IMPORT_…` for a source
 * that cannot be read as what it is said to be.
 */
export function importDevices(request: ImportRequest): DeviceImport {
  const read = request.sources.map((source) => readSource(source, request))
  const cleaned = cleanDevices(
    read.flatMap(({ reading }) => reading.devices),
    request.platforms,
  )
  const merged = mergeDevices(cleaned.devices)
  const { devices, notes } = leaveOutListed(merged.devices, request.inventory, request.realm ?? 'default')
  const sources = read.map(({ path, format, reading }) => ({ path, format, entries: reading.devices.length }))
  return {
    sources,
    devices,
    notes: [...read.flatMap(({ reading }) => reading.notes), ...cleaned.notes, ...merged.notes, ...notes],
    text: writeDevices(devices, { sources, realm: request.realm }),
  }
}

interface ReadSource {
  readonly path: string
  readonly format: ImportFormat
  readonly reading: SourceReading
}

const READERS: Readonly<Record<ImportFormat, (source: ImportText, hints: ImportHints) => SourceReading>> = {
  csv: readCsv,
  netbox: readNetBox,
  ansible: readAnsible,
  oxidized: readRouterDb,
}

function readSource(source: ImportText, request: ImportRequest): ReadSource {
  const format = request.format ?? recogniseFormat(source, request)
  if (format === undefined) throw unknownFormat(source.path)
  return { path: source.path, format, reading: READERS[format](source, request) }
}

/** By what stands in it, never by its name; undefined for what is none of them. */
export function recogniseFormat({ path, text }: ImportText, hints: ImportHints): ImportFormat | undefined {
  if (/^\uFEFF?\s*[[{]/.test(text) && !isIni(text)) {
    const value = parseYamlText(path, text)
    if (isNetBox(value)) return 'netbox'
    return isAnsibleValue(value) ? 'ansible' : undefined
  }
  if (isIni(text)) return 'ansible'
  if (isCsv(text, hints)) return 'csv'
  if (isRouterDb(text)) return 'oxidized'
  return isAnsibleText(path, text) ? 'ansible' : undefined
}

/** A list of hosts in YAML begins with a group; anything else is not worth parsing. */
function isAnsibleText(path: string, text: string): boolean {
  if (!/^[\w.-]{1,200}:\s*(?:#.*)?$/m.test(text.slice(0, 65_536))) return false
  return isAnsibleValue(parseYamlText(path, text))
}
