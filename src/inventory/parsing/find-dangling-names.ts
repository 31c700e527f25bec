/** Names of devices and collectors that nothing in the inventory has. */
import type { ApprovedDestination, Scope } from '../schema/permission.ts'
import type { Device } from '../schema.ts'
import type { ShapedFile } from './check-shape.ts'
import type { InventoryProblem } from './problem.ts'
import { didYouMean, show } from './wording.ts'
import type { ValuePath } from './yaml-file.ts'

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
