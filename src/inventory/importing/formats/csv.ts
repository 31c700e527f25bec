/** A table of devices, whose header says what its columns hold. */
import { missingColumn } from '../errors.ts'
import { IMPORT_FIELDS, type ImportField, type ImportHints, type ImportText } from '../import-source.ts'
import type { SourceReading } from '../imported-device.ts'
import { readCsvRecords } from './csv-records.ts'
import { toRawDevice } from './raw-device.ts'

/**
 * Headers as exports of NetBox, LibreNMS, SolarWinds, DNA Center and spreadsheets have them, letters and digits alone. The first
 * that is there wins.
 */
const HEADERS: Readonly<Record<ImportField, readonly string[]>> = {
  name: ['name', 'hostname', 'host', 'device', 'devicename', 'sysname', 'nodename', 'node', 'caption'],
  hostname: ['fqdn', 'dnsname', 'dns', 'hostnames', 'alias', 'aliases', 'hostname', 'sysname'],
  address: [
    'primaryip4',
    'primaryip',
    'managementip',
    'managementipaddress',
    'mgmtip',
    'ipaddress',
    'ipaddresses',
    'ip',
    'address',
    'addresses',
    'loopback',
    'loopbackip',
  ],
  serial: ['serial', 'serials', 'serialnumber', 'serialno', 'sn'],
  platform: ['platform', 'os', 'nos', 'operatingsystem', 'ostype', 'softwaretype', 'networkos', 'devicetypeos'],
  role: ['role', 'devicerole', 'function', 'purpose'],
  site: ['site', 'location', 'sitename', 'datacenter', 'dc', 'building'],
  tag: ['tags', 'tag', 'labels', 'groups', 'group'],
  status: ['status', 'state', 'lifecycle'],
  sensitivity: ['sensitivity', 'criticality'],
  layer2Domain: ['layer2domain', 'l2domain', 'vtpdomain'],
}

/** A cell longer than this lists nothing that a device goes by. */
const MAX_CELL = 4000

/** Reads all rows. Throws `TW_IMPORT_COLUMN` where a mapped column, or any that names the devices, is missing. */
export function readCsv({ path, text }: ImportText, { columns }: ImportHints): SourceReading {
  const [header, ...rows] = readCsvRecords(text, delimiterOf(text))
  const places = findColumns(path, header?.cells ?? [], columns)
  const devices = rows.map(({ line, cells }) => {
    const cell = (field: ImportField): string | undefined => cells[places.get(field) ?? -1]
    return toRawDevice({ path, at: `line ${line}` }, (field) => splitCell(field, cell(field)))
  })
  return { devices, notes: [] }
}

/** Whether a first line is the header of such a table: two cells or more, one of which names devices. */
export function isCsv(text: string, { columns }: ImportHints): boolean {
  const firstLine = text.slice(0, 4096).split('\n', 1)[0] ?? ''
  const [header] = readCsvRecords(firstLine, delimiterOf(firstLine))
  const keys = header?.cells.map(toKey) ?? []
  const mapped = toKey(columns.get('name') ?? HEADERS.name[0] ?? '')
  return keys.length > 1 && keys.some((key) => key === mapped || HEADERS.name.includes(key))
}

/** What separates most cells of the first line. */
function delimiterOf(text: string): string {
  const firstLine = text.slice(0, 4096).split('\n', 1)[0] ?? ''
  const counted = [',', ';', '\t', '|'].map((delimiter) => ({
    delimiter,
    count: firstLine.split(delimiter).length,
  }))
  return counted.reduce((most, next) => (next.count > most.count ? next : most)).delimiter
}

function findColumns(
  path: string,
  header: readonly string[],
  columns: ImportHints['columns'],
): ReadonlyMap<ImportField, number> {
  const keys = header.map(toKey)
  const places = new Map<ImportField, number>()
  for (const [field, mapped] of columns) {
    const place = keys.indexOf(toKey(mapped))
    if (place === -1) throw missingColumn(path, `column ${mapped} (mapped to ${field})`, header)
    places.set(field, place)
  }
  for (const field of IMPORT_FIELDS.filter((one) => !places.has(one))) {
    const taken = [...places.values()]
    const place = HEADERS[field].map((name) => keys.indexOf(name)).find((at) => at !== -1 && !taken.includes(at))
    if (place !== undefined) places.set(field, place)
  }
  if (!places.has('name')) throw missingColumn(path, 'column that names the devices', header)
  return places
}

/** `Mgmt IP` → `mgmtip`. */
function toKey(header: string): string {
  return header.toLowerCase().replace(/[^a-z0-9]/g, '')
}

const LISTS: ReadonlySet<ImportField> = new Set(['hostname', 'address', 'serial', 'tag'])

/** Lists in a cell; between addresses and host names blanks separate too. */
function splitCell(field: ImportField, cell: string | undefined): readonly string[] {
  if (cell === undefined) return []
  if (!LISTS.has(field)) return [cell]
  return cell
    .slice(0, MAX_CELL)
    .split(/[,;|\n]/)
    .flatMap((item) => {
      const words = item.trim().split(/\s+/)
      return words.every((word) => /[.:]/.test(word)) ? words : [item]
    })
}
