/** An Ansible inventory in its YAML spelling, or as `ansible-inventory --list` prints it. */
import { parse } from 'yaml'
import { badSource } from '../errors.ts'
import { itemsOf, membersOf, textOf } from '../formats/json-values.ts'
import { type AnsibleInventory, addHost, emptyInventory, groupNamed } from './groups.ts'

/** Groups inside groups; nobody nests deeper. */
const MAX_DEPTH = 50

/** Whether a value is such an inventory: groups with hosts or children, or the `_meta` of a listing. */
export function isAnsibleValue(value: unknown): boolean {
  const groups = Object.entries(membersOf(value))
  return groups.some(
    ([name, group]) => name === '_meta' || ['hosts', 'children'].some((key) => key in membersOf(group)),
  )
}

/** The value of a YAML or JSON text; tags such as `!vault` keep their text. Throws `TW_IMPORT_SYNTAX`. */
export function parseYamlText(path: string, text: string): unknown {
  try {
    return parse(text, { logLevel: 'error', maxAliasCount: 100 })
  } catch (cause) {
    const why =
      cause instanceof Error ? (cause.message.split('\n')[0] ?? '').replace(/:$/, '.') : 'it cannot be parsed.'
    throw badSource(path, 'YAML', why)
  }
}

/** Reads groups wherever they stand, below `all` or beside it. @source Ansible user guide, "How to build your inventory" */
export function readYamlInventory(value: unknown): AnsibleInventory {
  const inventory = emptyInventory()
  const { _meta: meta, ...groups } = membersOf(value)
  for (const [name, group] of Object.entries(groups)) addGroup(inventory, { name, group, depth: 0 })
  for (const [name, variables] of Object.entries(membersOf(membersOf(meta)['hostvars']))) {
    const host = inventory.hosts.get(name)
    if (host !== undefined) host.variables = { ...host.variables, ...membersOf(variables) }
  }
  return inventory
}

interface GroupEntry {
  readonly name: string
  readonly group: unknown
  readonly depth: number
}

function addGroup(inventory: AnsibleInventory, { name, group, depth }: GroupEntry): void {
  if (depth > MAX_DEPTH) return
  const { hosts, children, vars } = membersOf(group)
  const entry = groupNamed(inventory, name)
  entry.variables = { ...entry.variables, ...membersOf(vars) }
  const at = `group ${name}`
  for (const host of namesIn(hosts))
    addHost(inventory, name, { name: host, at, variables: membersOf(membersOf(hosts)[host]) })
  for (const child of namesIn(children)) {
    entry.children.add(child)
    addGroup(inventory, { name: child, group: membersOf(children)[child], depth: depth + 1 })
  }
}

/** The keys of a mapping, or the items of a listing. */
function namesIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? itemsOf(value).flatMap((item) => textOf(item) ?? []) : Object.keys(membersOf(value))
}
