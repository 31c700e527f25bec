/** The list of devices that Oxidized (and RANCID before it) works through: one line each, fields by place. */
import { missingColumn } from '../errors.ts'
import type { ImportField, ImportHints, ImportText } from '../import-source.ts'
import type { SourceReading } from '../imported-device.ts'
import { toRawDevice } from './raw-device.ts'

/** Where a field stands unless the operator says otherwise, counted from 0. @source Oxidized docs, "Source: CSV", map */
const PLACES: ReadonlyMap<ImportField, number> = new Map([
  ['name', 0],
  ['platform', 1],
])

/**
 * Reads all lines; `#` begins a comment. Fields are separated by `:`, as Oxidized has it by default, or by `;`, as RANCID 3 has
 * it: `edge-rtr-1;cisco;up`.
 *
 * Throws `TW_IMPORT_COLUMN` for a mapped place that is no number.
 *
 * @source Oxidized docs, "Source: CSV"; RANCID 3 router.db(5)
 */
export function readRouterDb({ path, text }: ImportText, { columns, delimiter }: ImportHints): SourceReading {
  const separator = delimiter ?? delimiterOf(text)
  const places = new Map([...PLACES, ...mappedPlaces(path, columns)])
  const devices = dataLines(text).map(({ line, content }) => {
    const cells = content.split(separator)
    return toRawDevice({ path, at: `line ${line}` }, (field) => {
      const place = places.get(field)
      return place === undefined ? [] : [cells[place] ?? '']
    })
  })
  return { devices, notes: [] }
}

/** Whether a text is such a list: every line has a name and a word for the platform. */
export function isRouterDb(text: string): boolean {
  const lines = dataLines(text.slice(0, 65_536)).slice(0, 50)
  return lines.length > 0 && lines.every(({ content }) => /^[\w.-]{1,255}[:;][\w.-]{1,60}(?:[:;].*)?$/.test(content))
}

function delimiterOf(text: string): string {
  const [first] = dataLines(text)
  return first?.content.includes(';') === true ? ';' : ':'
}

function mappedPlaces(path: string, columns: ImportHints['columns']): readonly (readonly [ImportField, number])[] {
  return [...columns].map(([field, place]) => {
    if (/^\d{1,2}$/.test(place)) return [field, Number(place)]
    throw missingColumn(path, `place ${place} for ${field}: a router.db has numbered places`, ['0', '1', '2', '…'])
  })
}

interface DataLine {
  readonly line: number
  readonly content: string
}

/** A line of a thousand characters names no device. */
const MAX_LINE = 1000

function dataLines(text: string): readonly DataLine[] {
  return text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((content, index) => ({ line: index + 1, content: content.slice(0, MAX_LINE).trim() }))
    .filter(({ content }) => content !== '' && !content.startsWith('#'))
}
