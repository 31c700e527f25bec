/** What no single entry can know: names given twice, and names that nothing has. */

import { inRealm } from '../resolving/name-keys.ts'
import type { ApprovedDestination, Scope } from '../schema/permission.ts'
import type { Device } from '../schema.ts'
import type { ShapedFile } from './check-shape.ts'
import type { InventoryProblem } from './problem.ts'
import { didYouMean, show } from './wording.ts'
import type { ValuePath } from './yaml-file.ts'

/** A name that must be given once, and where. */
interface NamedEntry {
  readonly file: ShapedFile
  readonly path: ValuePath
  readonly what: string
  readonly name: string
}

/** Every name or id that stands in several entries of a list, or knob that is set twice, in whatever files. */
export function findDuplicates(files: readonly ShapedFile[]): readonly InventoryProblem[] {
  const groups = Map.groupBy(files.flatMap(namedEntries), ({ what, name }) => `${what} ${name}`)
  return [...groups.values()].flatMap(([first, ...others]) => others.map((other) => duplicate(first ?? other, other)))
}

function namedEntries(file: ShapedFile): readonly NamedEntry[] {
  const { devices, accounts, collectors, approvals, automation, changeWindows } = file.content
  const entry = (what: string, path: ValuePath, name: string): NamedEntry => ({ file, what, path, name })
  return [
    ...devices.map(({ realm, name }, at) =>
      entry('device', ['devices', at, 'name'], inRealm(realm, name.toLowerCase())),
    ),
    ...accounts.map(({ realm, provider, id }, at) =>
      entry('account', ['accounts', at, 'id'], inRealm(realm, `${provider}:${id}`)),
    ),
    ...collectors.map(({ realm, name }, at) => entry('collector', ['collectors', at, 'name'], inRealm(realm, name))),
    ...approvals.map(({ id }, at) => entry('approval', ['approvals', at, 'id'], id)),
    ...automation.map(({ name }, at) => entry('automation', ['automation', at, 'name'], name)),
    ...changeWindows.map(({ name }, at) => entry('change window', ['changeWindows', at, 'name'], name)),
    ...knobsSet(file).map((knob) => entry('tuning knob', ['tuning', knob], knob)),
  ]
}

/** The knobs a file sets itself; the parsed content has defaults for the others. */
export function knobsSet({ yaml: { value } }: ShapedFile): readonly string[] {
  const tuning: unknown = typeof value === 'object' && value !== null && 'tuning' in value ? value.tuning : undefined
  return Object.keys(tuning ?? {})
}

function duplicate(first: NamedEntry, other: NamedEntry): InventoryProblem {
  const { path, line } = first.file.yaml.markValue(first.path)
  return {
    code: 'TW_INVENTORY_DUPLICATE',
    mark: other.file.yaml.markValue(other.path),
    message: `${other.what} ${show(other.name)} is given twice, first at ${path}:${line}.`,
    help: `Give each ${other.what} once: rename or remove one of the two.`,
  }
}

/**
 * Entries that name a collector nobody described, or a device that is missing from a list of devices. An unreviewed approval is
 * not looked at: it approves nothing, and a baseline must parse without the inventory it was made beside.
 */
export function findDanglingNames(files: readonly ShapedFile[]): readonly InventoryProblem[] {
  const collectors = files.flatMap(({ content }) => content.collectors)
  const devices = files.flatMap(({ content }) => content.devices)
  return files.flatMap((file) => [
    ...file.content.approvals.flatMap(({ scope, destinations = [], reviewed }, at) =>
      reviewed
        ? [
            ...unknownDevice({ file, path: ['approvals', at, 'scope', 'device'], scope, devices }),
            ...destinations.flatMap((end, index) =>
              unknownCollector({
                file,
                path: ['approvals', at, 'destinations', index, 'collector'],
                end,
                scope,
                collectors,
              }),
            ),
          ]
        : [],
    ),
    ...scopedEntries(file).flatMap(({ list, at, scope }) =>
      unknownDevice({ file, path: [list, at, 'scope', 'device'], scope, devices }),
    ),
  ])
}

function scopedEntries({
  content,
}: ShapedFile): readonly { readonly list: string; readonly at: number; readonly scope: Scope }[] {
  return [
    ...content.admins.map(({ scope }, at) => ({ list: 'admins', at, scope })),
    ...content.automation.map(({ scope }, at) => ({ list: 'automation', at, scope })),
    ...content.changeWindows.map(({ scope }, at) => ({ list: 'changeWindows', at, scope })),
  ].flatMap((entry) => (entry.scope === undefined ? [] : [{ ...entry, scope: entry.scope }]))
}

interface Naming {
  readonly file: ShapedFile
  readonly path: ValuePath
  readonly scope: Scope
}

/** Somebody who lists no devices at all may still name them; somebody who lists them has mistyped one that is not there. */
function unknownDevice({
  file,
  path,
  scope,
  devices,
}: Naming & { readonly devices: readonly Device[] }): readonly InventoryProblem[] {
  const realm = scope.realm ?? 'default'
  const known = devices.flatMap((device) =>
    device.realm === realm ? namesOf(device) : [`${device.realm}/${device.name}`],
  )
  const wanted = scope.device?.toLowerCase()
  if (wanted === undefined || devices.length === 0 || known.some((name) => name.toLowerCase() === wanted)) return []
  return [dangling({ file, path, what: 'device', name: scope.device ?? '', known })]
}

function namesOf({ name, hostnames, addresses, serials }: Device): readonly string[] {
  return [name, ...hostnames, ...addresses, ...serials]
}

function unknownCollector({
  file,
  path,
  scope,
  end,
  collectors,
}: Naming & {
  readonly end: ApprovedDestination
  readonly collectors: readonly { readonly name: string; readonly realm: string }[]
}): readonly InventoryProblem[] {
  const realm = scope.realm ?? 'default'
  const known = collectors
    .filter((collector) => scope.everywhere === true || collector.realm === realm)
    .map(({ name }) => name)
  if (end.collector === undefined || known.includes(end.collector)) return []
  return [dangling({ file, path, what: 'collector', name: end.collector, known })]
}

interface Dangling {
  readonly file: ShapedFile
  readonly path: ValuePath
  readonly what: string
  readonly name: string
  readonly known: readonly string[]
}

function dangling({ file, path, what, name, known }: Dangling): InventoryProblem {
  return {
    code: 'TW_INVENTORY_REFERENCE',
    mark: file.yaml.markValue(path),
    message: `no ${what} of the inventory is called ${show(name)}.`,
    help: `${didYouMean(name, known)}Describe the ${what} in the list "${what}s", or name one that is there.`,
  }
}
