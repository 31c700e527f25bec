/** Groups, hosts and variables of an Ansible inventory, whichever of its spellings they came from. */

/** Variables by name, as written. */
export type Variables = Readonly<Record<string, unknown>>

/** One group: its own hosts, the groups below it, its variables. */
export interface Group {
  readonly hosts: Set<string>
  readonly children: Set<string>
  variables: Variables
}

/** A whole inventory while it is read. */
export interface AnsibleInventory {
  readonly groups: Map<string, Group>
  /** Variables of hosts; every host that any group names is a key, with where it was named first. */
  readonly hosts: Map<string, { readonly at: string; variables: Variables }>
}

/** An inventory with nothing in it. */
export function emptyInventory(): AnsibleInventory {
  return { groups: new Map(), hosts: new Map() }
}

/** The group of a name, made where it is new. */
export function groupNamed(inventory: AnsibleInventory, name: string): Group {
  const known = inventory.groups.get(name)
  if (known !== undefined) return known
  const group: Group = { hosts: new Set(), children: new Set(), variables: {} }
  inventory.groups.set(name, group)
  return group
}

/** Puts a host into a group; variables of a later mention prevail. */
export function addHost(
  inventory: AnsibleInventory,
  group: string,
  host: { readonly name: string; readonly at: string; readonly variables: Variables },
): void {
  groupNamed(inventory, group).hosts.add(host.name)
  const known = inventory.hosts.get(host.name)
  if (known === undefined) inventory.hosts.set(host.name, { at: host.at, variables: host.variables })
  else known.variables = { ...known.variables, ...host.variables }
}

/** The groups that a host is in, by membership or through their children, from the widest to the narrowest. */
export function groupsOf(inventory: AnsibleInventory, host: string): readonly string[] {
  const depths = new Map<string, number>()
  let layer = [...inventory.groups].filter(([, { hosts }]) => hosts.has(host)).map(([name]) => name)
  for (let depth = 0; layer.length > 0; depth++) {
    for (const name of layer) depths.set(name, depth)
    layer = parentsOf(inventory, new Set(layer)).filter((name) => !depths.has(name))
  }
  return [...depths].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([name]) => name)
}

function parentsOf({ groups }: AnsibleInventory, children: ReadonlySet<string>): string[] {
  return [...groups]
    .filter(([, group]) => [...group.children].some((child) => children.has(child)))
    .map(([name]) => name)
}
