/** An Ansible inventory → devices: groups become roles, sites and tags, connection variables addresses and platforms. */
import { itemsOf, membersOf, textsOf } from '../formats/json-values.ts'
import { toRawDevice } from '../formats/raw-device.ts'
import type { ImportField, ImportHints, ImportText } from '../import-source.ts'
import type { ImportNote, RawDevice, SourceReading } from '../imported-device.ts'
import { type AnsibleInventory, groupNamed, groupsOf, type Variables } from './groups.ts'
import { placeGroups } from './place-groups.ts'
import { isIni, readIni } from './read-ini.ts'
import { parseYamlText, readYamlInventory } from './read-yaml.ts'

/**
 * Reads all hosts with the variables that hold for each: of `all`, of wider groups, of narrower ones, of the host. Files of
 * `group_vars` and `host_vars` beside the inventory count like what stands in it. Throws `TW_IMPORT_SYNTAX`.
 *
 * @source Ansible user guide, "How to build your inventory": how variables are merged
 */
export function readAnsible(source: ImportText, { columns }: ImportHints): SourceReading {
  const inventory = isIni(source.text)
    ? readIni(source.text)
    : readYamlInventory(parseYamlText(source.path, source.text))
  for (const beside of source.besides ?? []) addVariableFile(inventory, beside)
  const read = [...inventory.hosts.keys()].map((host) => readHost(host, { inventory, path: source.path, columns }))
  return { devices: read.flatMap(({ device }) => device ?? []), notes: read.flatMap(({ notes }) => notes) }
}

/** A file of variables of a group or host that the inventory has; others say nothing of its devices. */
function addVariableFile(
  inventory: AnsibleInventory,
  { path, text }: { readonly path: string; readonly text: string },
): void {
  const [, kind, name = ''] =
    /(?:^|\/)(group_vars|host_vars)\/([^/]+?)(?:\.ya?ml|\.json)?(?:\/[^/]+)?$/.exec(path) ?? []
  const holder = kind === 'group_vars' ? groupFor(inventory, name) : inventory.hosts.get(name)
  if (kind === undefined || holder === undefined) return
  holder.variables = { ...holder.variables, ...membersOf(parseYamlText(path, text)) }
}

/** Every host is in `all`, whether or not the inventory says so. */
function groupFor(inventory: AnsibleInventory, name: string): { variables: Variables } | undefined {
  return name === 'all' ? groupNamed(inventory, 'all') : inventory.groups.get(name)
}

/** Variables that say something of a device, by convention and by the plug-ins that make inventories. The first set wins. */
const VARIABLES: Readonly<Record<ImportField, readonly string[]>> = {
  name: [],
  hostname: ['fqdn'],
  address: ['ansible_host', 'ansible_ssh_host', 'primary_ip4'],
  serial: ['serial', 'serial_number'],
  platform: ['ansible_network_os', 'network_os', 'platform', 'platforms'],
  role: ['device_role', 'device_roles', 'role'],
  site: ['site', 'sites', 'location'],
  tag: ['tags'],
  status: ['status'],
  sensitivity: ['sensitivity'],
  layer2Domain: ['layer2_domain'],
}

interface HostContext {
  readonly inventory: AnsibleInventory
  readonly path: string
  readonly columns: ImportHints['columns']
}

function readHost(
  host: string,
  { inventory, path, columns }: HostContext,
): { readonly device?: RawDevice; readonly notes: readonly ImportNote[] } {
  const { at = '', variables = {} } = inventory.hosts.get(host) ?? {}
  const groups = groupsOf(inventory, host)
  const merged: Variables = Object.assign(
    {},
    ...['all', ...groups].map((name) => inventory.groups.get(name)?.variables),
    variables,
  )
  const place = { path, at: at.startsWith('line') ? at : `host ${host}` }
  if (isLocal(host, merged))
    return { notes: [{ ...place, kind: 'device-left-out', message: `${host} is the controller itself.` }] }
  const placed = placeGroups(groups, inventory)
  const notes: ImportNote[] = []
  const device = toRawDevice(place, (field) => {
    const mapped = columns.get(field)
    const names = mapped === undefined ? VARIABLES[field] : [mapped]
    const name = names.find((candidate) => merged[candidate] !== undefined)
    const values = name === undefined ? [] : textsIn(merged[name])
    const known = values.filter((value) => !isTemplate(value))
    if (known.length < values.length)
      notes.push({
        ...place,
        kind: 'value-left-out',
        message: `${name} of ${host} is a template or vaulted: its value is not known.`,
      })
    return field === 'name' ? [...known, host] : [...known, ...(placed.get(field) ?? [])]
  })
  return { device, notes }
}

function isLocal(host: string, variables: Variables): boolean {
  return /^(?:localhost|127\.0\.0\.1|::1)$/.test(host) || variables['ansible_connection'] === 'local'
}

function isTemplate(value: string): boolean {
  return value.includes('{{') || value.startsWith('$ANSIBLE_VAULT')
}

/** A value, a list of values, or of objects with a slug as the NetBox plug-in gives them. */
function textsIn(value: unknown): readonly string[] {
  const slugs = itemsOf(value).flatMap((item) => textsOf(membersOf(item)['slug']))
  return slugs.length > 0 ? slugs : textsOf(value)
}
