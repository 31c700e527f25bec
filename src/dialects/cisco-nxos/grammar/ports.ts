/** Ports as NX-OS prints them. */
import { MAX_RANGE_VALUES } from '../../../kit/integer-ranges.ts'
import { canonicalInterfaceName, expandInterfaceList, type InterfaceList } from '../../../kit/interface-name.ts'

/** Classes that NX-OS prints in lower case, or by a name of its own. */
const OWN_CLASSES: readonly (readonly [canonical: string, printed: string])[] = [
  ['Port-channel', 'port-channel'],
  ['Loopback', 'loopback'],
  ['Management', 'mgmt'],
]
/** Ports of NX-OS alone: the CPU, Fibre Channel and virtual machines. @source Cisco Nexus configuration guides, "Configuring SPAN" */
const OWN_PORT =
  /^(sup-eth|sup-hi|san-port-channel|vfc-po|vfc|fc|vethernet|veth)\s{0,4}((?:\d{1,4}[/.:]){0,4})(\d{1,5})(?:\s{0,4}-\s{0,4}(\d{1,5}))?$/i

/** The name that NX-OS prints: `po10`, `Port-channel 10` → `port-channel10`; undefined for no port. */
export function portName(text: string): string | undefined {
  const [own] = expandOwn(text)
  if (own !== undefined) return own
  const canonical = canonicalInterfaceName(text)
  return canonical === undefined ? undefined : printed(canonical)
}

/**
 * Expands a list of ports: `Ethernet1/1-4, Ethernet1/9`, `sup-eth0`. At most 4096 names; never throws.
 *
 * @source vendor catalogue of list grammars: NX-OS
 */
export function expandPorts(text: string): InterfaceList {
  const all = expandInterfaceList(text)
  if (all.problem === undefined) return { names: all.names.map(printed) }
  const items = text.split(',')
  if (items.length > MAX_RANGE_VALUES || !items.some((item) => expandOwn(item).length > 0)) return all
  const names: string[] = []
  for (const item of items) {
    const own = expandOwn(item)
    const some = own.length === 0 ? expandInterfaceList(item) : { names: own }
    if (some.problem !== undefined) return some
    names.push(...some.names.map(printed))
    if (names.length > MAX_RANGE_VALUES)
      return { names: [], problem: `more than ${MAX_RANGE_VALUES} ports in one list` }
  }
  return { names }
}

/** `fc1/1-2` → two names; none where it is no port of NX-OS alone, or no range. */
function expandOwn(item: string): readonly string[] {
  const [, letters, stem, first, last = first] = OWN_PORT.exec(item.trim()) ?? []
  const [from, to] = [Number(first), Number(last)]
  if (letters === undefined || !(to >= from) || to - from >= MAX_RANGE_VALUES) return []
  return Array.from({ length: to - from + 1 }, (_, index) => `${letters.toLowerCase()}${stem}${from + index}`)
}

function printed(canonical: string): string {
  const found = OWN_CLASSES.find(([name]) => canonical.startsWith(name))
  return found === undefined ? canonical : `${found[1]}${canonical.slice(found[0].length)}`
}
