/** Fields of any format → one entry. */
import { IMPORT_FIELDS, type ImportField } from '../import-source.ts'
import type { ImportPlace, RawDevice } from '../imported-device.ts'

/** A value longer than this is no name, address or tag. */
const MAX_VALUE = 400

/** Words with which people fill a cell that has nothing to say. */
const NOTHING: ReadonlySet<string> = new Set(['', '-', '--', 'n/a', 'na', 'none', 'null', 'unknown', 'tbd', 'nil'])

/** Asks for each field in turn; fillers (`n/a`, `-`) and overlong values say nothing. */
export function toRawDevice(place: ImportPlace, valuesOf: (field: ImportField) => readonly string[]): RawDevice {
  const said = new Map(IMPORT_FIELDS.map((field) => [field, valuesOf(field).map(trimmed).filter(saysSomething)]))
  const list = (field: ImportField): readonly string[] => said.get(field) ?? []
  const one = (field: ImportField): string | undefined => list(field)[0]
  return {
    ...place,
    name: one('name') ?? '',
    platform: one('platform'),
    role: one('role'),
    site: one('site'),
    status: one('status'),
    sensitivity: one('sensitivity'),
    layer2Domain: one('layer2Domain'),
    hostnames: list('hostname'),
    addresses: list('address'),
    serials: list('serial'),
    tags: list('tag'),
  }
}

function trimmed(value: string): string {
  return value.slice(0, MAX_VALUE).trim()
}

function saysSomething(value: string): boolean {
  return !NOTHING.has(value.toLowerCase())
}
