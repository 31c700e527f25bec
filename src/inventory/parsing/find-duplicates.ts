/** Names that are given twice. */
import { inRealm } from '../resolving/name-keys.ts'
import type { ShapedFile } from './check-shape.ts'
import type { InventoryProblem } from './problem.ts'
import { show } from './wording.ts'
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
  const { devices, accounts, collectors, approvals, automation, changeWindows, ticketSystems } = file.content
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
    ...ticketSystems.map(({ name }, at) => entry('ticket system', ['ticketSystems', at, 'name'], name)),
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
