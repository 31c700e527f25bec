/** What the groups of a host say of it: a role, a site, a platform, or else a tag. */
import type { ImportField } from '../import-source.ts'
import type { AnsibleInventory } from './groups.ts'

/** A kind of group: its word in front of a name (`site_ams1`, as inventory plug-ins write it), or as the group above it. */
interface GroupKind {
  readonly field: ImportField
  readonly prefix: RegExp
  readonly umbrella: RegExp
}

const KINDS: readonly GroupKind[] = [
  { field: 'role', prefix: /^(?:device_)?roles?_(.+)$/, umbrella: /^(?:device_)?roles?$/ },
  { field: 'site', prefix: /^(?:site|location)s?_(.+)$/, umbrella: /^(?:site|location)s?$/ },
  { field: 'platform', prefix: /^platforms?_(.+)$/, umbrella: /^platforms?$/ },
  { field: 'tag', prefix: /^tags?_(.+)$/, umbrella: /^tags?$/ },
]

/** Groups that hold every host, or only hold groups of one kind, and so say nothing of a host. */
function isSilent(name: string): boolean {
  return name === 'all' || name === 'ungrouped' || KINDS.some(({ umbrella }) => umbrella.test(name))
}

/**
 * Field → values. `['all', 'sites', 'ams1', 'role_edge', 'campus']` → site `ams1` (its parent is `sites`), role `edge`, tag
 * `campus`. Roles and sites of narrower groups come first.
 */
export function placeGroups(
  groups: readonly string[],
  inventory: AnsibleInventory,
): ReadonlyMap<ImportField, readonly string[]> {
  const placed = new Map<ImportField, readonly string[]>()
  for (const name of groups.filter((group) => !isSilent(group))) {
    const { field, value } = placeGroup(name, inventory)
    placed.set(field, [value, ...(placed.get(field) ?? [])])
  }
  return placed
}

function placeGroup(
  name: string,
  { groups }: AnsibleInventory,
): { readonly field: ImportField; readonly value: string } {
  const parents = [...groups].filter(([, { children }]) => children.has(name)).map(([parent]) => parent)
  for (const { field, prefix, umbrella } of KINDS) {
    const value = prefix.exec(name)?.[1]
    if (value !== undefined) return { field, value }
    if (parents.some((parent) => umbrella.test(parent))) return { field, value: name }
  }
  return { field: 'tag', value: name }
}
