/** Devices as NetBox hands them out: an answer of `/api/dcim/devices/`, several of them, or a list of its results. */
import { badSource } from '../errors.ts'
import type { ImportField, ImportHints, ImportText } from '../import-source.ts'
import type { ImportNote, RawDevice, SourceReading } from '../imported-device.ts'
import { itemsOf, membersOf, textOf } from './json-values.ts'
import { toRawDevice } from './raw-device.ts'

/**
 * Reads all devices. The members of a virtual chassis share a control plane and become one device under its master's name. Throws
 * `TW_IMPORT_SYNTAX` for what is no JSON.
 *
 * @source NetBox 4 REST API, `dcim/devices`; `device_role` and tags as plain text are those of NetBox 3 and before
 */
export function readNetBox(source: ImportText, { columns }: ImportHints): SourceReading {
  const value = parseJson(source)
  const page = membersOf(value)
  const results = Array.isArray(value) ? itemsOf(value) : itemsOf(page['results'])
  const entries = results.map((item, index) => toEntry(membersOf(item), { path: source.path, index, columns }))
  const chassis = joinChassis(entries)
  return { devices: chassis.devices, notes: [...tellFurtherPages(source.path, page, results.length), ...chassis.notes] }
}

/** Whether a value is such an answer. */
export function isNetBox(value: unknown): boolean {
  const results = Array.isArray(value) ? value : itemsOf(membersOf(value)['results'])
  const first = membersOf(results[0])
  return 'device_type' in first || 'primary_ip4' in first || 'virtual_chassis' in first
}

function parseJson({ path, text }: ImportText): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw badSource(path, 'JSON', cause instanceof Error ? `${cause.message.slice(0, 200)}.` : 'it cannot be parsed.')
  }
}

/** NetBox answers in pages of 50: what the next pages hold is not in this file. */
function tellFurtherPages(path: string, page: Readonly<Record<string, unknown>>, read: number): readonly ImportNote[] {
  const count = Number(textOf(page['count']) ?? read)
  if (textOf(page['next']) === undefined || !(count > read)) return []
  const message = `holds ${read} of ${count} devices: the others are in further answers to the same question (limit=0 asks for all at once).`
  return [{ path, at: 'next', kind: 'incomplete', message }]
}

interface Entry {
  readonly device: RawDevice
  readonly chassis?:
    | { readonly id: string; readonly name?: string | undefined; readonly master?: string | undefined }
    | undefined
}

interface EntryPlace {
  readonly path: string
  readonly index: number
  readonly columns: ImportHints['columns']
}

function toEntry(item: Readonly<Record<string, unknown>>, { path, index, columns }: EntryPlace): Entry {
  const id = textOf(item['id'])
  const place = { path, at: id === undefined ? `device ${index + 1}` : `device id ${id}` }
  const custom = membersOf(item['custom_fields'])
  const device = toRawDevice(place, (field) => {
    const mapped = columns.get(field)
    if (mapped !== undefined) return labelsOf(item[mapped] ?? custom[mapped])
    return MEMBERS[field].flatMap((name) => labelsOf(item[name])).slice(0, LIST_FIELDS.has(field) ? undefined : 1)
  })
  return { device, chassis: chassisOf(item) }
}

const LIST_FIELDS: ReadonlySet<ImportField> = new Set(['address', 'serial', 'tag'])

const MEMBERS: Readonly<Record<ImportField, readonly string[]>> = {
  name: ['name'],
  hostname: [],
  address: ['primary_ip4', 'primary_ip6', 'oob_ip'],
  serial: ['serial'],
  platform: ['platform'],
  role: ['role', 'device_role'],
  site: ['site'],
  tag: ['tags'],
  status: ['status'],
  sensitivity: [],
  layer2Domain: [],
}

/** A related object by its slug, value or address; plain text as it is. `{ id: 3, name: 'Edge', slug: 'edge' }` → `edge`. */
function labelsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return itemsOf(value).flatMap(labelsOf)
  const { address, slug, value: word, name } = membersOf(value)
  return [textOf(value) ?? textOf(address) ?? textOf(slug) ?? textOf(word) ?? textOf(name)].flatMap(
    (text) => text ?? [],
  )
}

function chassisOf(item: Readonly<Record<string, unknown>>): Entry['chassis'] {
  const chassis = membersOf(item['virtual_chassis'])
  const id = textOf(chassis['id'])
  if (id === undefined) return undefined
  return { id, name: textOf(chassis['name']), master: textOf(membersOf(chassis['master'])['name']) }
}

function joinChassis(entries: readonly Entry[]): SourceReading {
  const alone = entries.filter(({ chassis }) => chassis === undefined).map(({ device }) => device)
  const groups = Map.groupBy(
    entries.filter(({ chassis }) => chassis !== undefined),
    ({ chassis }) => chassis?.id,
  )
  const joined = [...groups.values()].map(joinMembers)
  return {
    devices: [...alone, ...joined.flatMap(({ devices }) => devices)],
    notes: joined.flatMap(({ notes }) => notes),
  }
}

/** The master's entry with the serials and addresses of all members; entries stay apart where no master is named. */
function joinMembers(members: readonly Entry[]): SourceReading {
  const master = members.find(({ device, chassis }) => device.name !== '' && device.name === chassis?.master)
  const others = members.filter((member) => member !== master)
  if (master === undefined || others.length === 0) return { devices: members.map(({ device }) => device), notes: [] }
  const { device, chassis } = master
  const all = members.map((member) => member.device)
  const names = all.map(({ name }) => name).filter((name) => name !== '' && name !== device.name)
  const whole: RawDevice = {
    ...device,
    hostnames: [...new Set([...device.hostnames, ...(chassis?.name === undefined ? [] : [chassis.name])])].filter(
      (name) => name !== device.name,
    ),
    addresses: all.flatMap(({ addresses }) => addresses),
    serials: all.flatMap(({ serials }) => serials),
  }
  const message = `${names.join(', ') || `${others.length} members`} and ${device.name} are one virtual chassis: one device, ${device.name}.`
  return { devices: [whole], notes: [{ path: device.path, at: device.at, kind: 'merged', message }] }
}
